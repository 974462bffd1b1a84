import type { Level } from "../indicators/index.ts";
import { levelSection } from "./level-section.ts";
import type { MethodFacts, Section } from "./texts.ts";

const levels: Readonly<Record<Level, string>> = {
  country: "tik šalis",
  "municipality-group": "savivaldybių grupės",
  municipality: "savivaldybės",
};

/** The method page for readers of Lithuanian. */
export const lithuanianMethod = ({
  universe,
  weighted,
  policy,
  sample,
  indicators,
  withOutside,
}: MethodFacts): readonly Section[] => [
  {
    heading: "Apie ką šie skaičiai",
    paragraphs: [
      universe,
      ...(sample === "clients"
        ? [
            "Tik klientai: apklausti žmonės, kurie kreipėsi į įstaigą. Apie nesikreipusius skaičiai nieko nesako.",
          ]
        : []),
      "Savivaldybė – ta, kurioje žmogus gyvena. Jei klausimyne klausiama ir deklaruotos gyvenamosios vietos, gyventojų skaičius atitinka ji, nes registrai skaičiuoja deklaruotas vietas; neturintys nuolatinės vietos rodomi atskirai.",
      ...(withOutside
        ? [
            "Žmonės, kurių gyventojų skaičiai neapima, pavyzdžiui, prieglobsčio prašytojai, pateikti atskirame lape. Jų svoriai lieka pradiniai, jie nesveriami ir neįeina į jokį šalies ar savivaldybės skaičių.",
          ]
        : []),
    ],
  },
  {
    heading: "Kaip iš atsakymų gaunami įverčiai",
    paragraphs: [
      weighted
        ? `Atsakymai pasverti iteraciniu būdu taip, kad atitiktų gyventojų skaičius, nurodytus lape „Duomenų kilmė“. ${
            sample === "register"
              ? "Ne visi atrinktieji atsako"
              : "Tyrime dalyvauja tie, kas patys nusprendžia atsakyti"
          }; svoriai ištaiso tik tuos skirtumus, kuriuos parodo gyventojų skaičiai.`
        : "Atsakymai nepasverti, nes šiai bangai gyventojų skaičiai nepateikti. Rezultatai apibūdina atsakiusiuosius ir netinka išvadoms apie visą grupę.",
      `Standartinės paklaidos apskaičiuotos Teiloro linearizavimo būdu, kiekvieną respondentą laikant atskiru atrankos vienetu.${
        weighted
          ? " Jos skaičiuojamos iš liekanų: ta atsakymų sklaidos dalis, kurią paaiškina gyventojų skaičiai, atsitiktine nelaikoma."
          : ""
      } Savivaldybių įverčiai skaičiuojami neatsisakant viso tyrimo plano. Intervalams taikomas Stjudento t skirstinys; dalių intervalai sudaryti logit skalėje, todėl neišeina iš 0–100\u00a0% ribų, o medianų ir kitų kvantilių – Woodruffo metodu.`,
      sample === "register"
        ? "Intervalas rodo, kiek įvertį galėjo paveikti vien atsitiktinumas. Jis neapima to, ko svoriai ištaisyti negali, pavyzdžiui, kad dalies žmonių kvietimas nepasiekė."
        : "Imtis neatsitiktinė, todėl intervalai vadinami tuo, kas yra: ribomis pagal svėrimo modelį. Jos teisingos, jei grupėse, kurias rodo gyventojų skaičiai, atsakiusieji panašūs į neatsakiusius; iš pačių duomenų to įrodyti negalima.",
      ...(indicators.some(({ drawn }) => drawn !== undefined)
        ? [
            "Kai kurių klausimų klausta tik tų, kam jie teko atsitiktinai. Šie rodikliai vis tiek apie visus: kiekvienas atsakymas dalijamas iš tikimybės, su kuria klausimas galėjo tekti, o n rodo, kiek žmonių jis teko ir kiek jų atsakė.",
          ]
        : []),
    ],
  },
  ...levelSection(indicators, "lt", levels, "Kokiu lygmeniu rodomas kiekvienas rodiklis"),
  {
    heading: "Trūkstami atsakymai",
    paragraphs: [
      `„Nenoriu atsakyti“ ir praleisti klausimai į vardiklį neįtraukiami. „Nežinau“ taip pat neįtraukiama, jei rodiklio apraše nenurodyta kitaip. Žmonės, kuriems klausimas netaikomas, niekada neskaičiuojami.${
        policy.withholdAboveNonresponse === undefined
          ? ""
          : ` Jei neatsakė daugiau kaip ${policy.withholdAboveNonresponse * 100}\u00a0% klaustųjų, įvertis nerodomas.`
      }`,
      "Indeksas skaičiuojamas tiems, kas atsakė bent į taisyklėje nurodytą klausimų skaičių, pagal atsakytus klausimus. Tokių ne į viską atsakiusių žmonių dalis pateikta lapo „Rodikliai“ skiltyje „Atsakė iš dalies“.",
    ],
  },
  {
    heading: "Kaip saugomi žmonės",
    paragraphs: [
      `Nė vienas skaičius neparemtas mažiau nei ${policy.hideBelow} žmonių atsakymais. Jei paslėptą vienos savivaldybės skaičių būtų galima sužinoti jį atėmus iš šalies skaičiaus, kartu slepiamos ir kitos savivaldybės, pradedant mažiausiomis. Rodikliuose apie tuos pačius žmones slepiamos tos pačios savivaldybės. Skaičiai, paremti ${policy.hideBelow}–${policy.fewBelow - 1} žmonių atsakymais, pažymėti *.`,
      "Savivaldybės išdėstytos pagal abėcėlę. Lentelės jų nereitinguoja: prieš lyginant dvi savivaldybes, reikėtų palyginti jų intervalus.",
    ],
  },
];
