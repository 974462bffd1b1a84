import type { MethodFacts, Section } from "./english-method.ts";

/** The method sheet for readers of Lithuanian. */
export const lithuanianMethod = ({
  universe,
  weighted,
  drawn,
  clients,
  thresholds: { showFrom, effectiveFrom, withholdAboveNonresponse },
  meaning,
  unreached,
  refused,
}: MethodFacts): readonly Section[] => [
  [
    "Apie ką šie skaičiai",
    [
      universe,
      ...(clients
        ? [
            "Tik klientai: apklausti žmonės, kurie kreipėsi į įstaigą. Apie nesikreipusius skaičiai nieko nesako.",
          ]
        : []),
      "Savivaldybė – ta, kurioje žmogus gyvena. Jei klausimyne klausiama ir deklaruotos gyvenamosios vietos, gyventojų skaičius atitinka ji, nes registrai skaičiuoja deklaruotas vietas.",
      unreached,
      "Žmonės, kurių gyventojų skaičiai neapima, pavyzdžiui, prieglobsčio prašytojai, neįeina į jokį šalies ar savivaldybės skaičių.",
    ],
  ],
  [
    "Kaip iš atsakymų gaunami įverčiai",
    [
      weighted
        ? `Atsakymai pasverti taip, kad atitiktų gyventojų skaičius, nurodytus lape „Svoriai“. ${drawn ? "Ne visi atrinktieji atsako" : "Tyrime dalyvauja tie, kas patys nusprendžia atsakyti"}; svoriai ištaiso tik tuos skirtumus, kuriuos parodo gyventojų skaičiai.`
        : "Atsakymai nepasverti, nes šiai bangai gyventojų skaičiai nepateikti. Rezultatai apibūdina atsakiusiuosius ir netinka išvadoms apie visą grupę.",
      `Standartinės paklaidos apskaičiuotos Teiloro linearizavimo būdu, neatsisakant viso tyrimo plano${weighted ? "; jos skaičiuojamos iš liekanų: ta atsakymų sklaidos dalis, kurią paaiškina gyventojų skaičiai, atsitiktine nelaikoma" : ""}. Intervalams taikomas Stjudento t skirstinys; dalių intervalai sudaryti logit skalėje, todėl neišeina iš 0–100\u00a0% ribų, o medianų ir kitų kvantilių – Woodruffo metodu.`,
      meaning,
      drawn
        ? "Intervalas rodo, kiek įvertį galėjo paveikti vien atsitiktinumas. Jis neapima to, ko svoriai ištaisyti negali, pavyzdžiui, kad dalies žmonių kvietimas nepasiekė."
        : "Imtis neatsitiktinė, todėl pokyčiai ir skirtumai netikrinami.",
    ],
  ],
  [
    "Iki kokio lygmens rodomi skaičiai",
    [
      "Laiptai nustatyti prieš bangą: šalis, savivaldybių grupės, savivaldybė per dvi bangas, savivaldybė vienoje bangoje. Kiekviena savivaldybė stovi ant žemiausio laiptelio, kurį leidžia jos atsakymų skaičius, ir nė vienas rodiklis nerodomas žemiau savo paties lygmens.",
    ],
    "levels",
  ],
  [
    "Kaip lyginamos bangos ir vietos",
    [
      "Bangos lyginamos tik tada, kai klausimynų atitiktis rodo, kad klausimas reiškia tą patį. Skirtumai tikrinami atsižvelgiant į visą kovariaciją; kai jų tikrinama daug, p reikšmės pataisomos Holmo arba Benjamini ir Hochbergo metodu. Nepatvirtintas skirtumas vadinamas neįžvelgtu, o ne nesančiu. „Esant tokiai pačiai sudėčiai“ – skirtumas, kuris lieka sulyginus žmonių sudėtį. „Įžvelgiamas skirtumas“ – mažiausias tikras skirtumas, kurį ši imtis būtų parodžiusi keturiais atvejais iš penkių.",
    ],
  ],
  [
    "Trūkstami atsakymai",
    [
      `„Nenoriu atsakyti“ ir praleisti klausimai į vardiklį neįtraukiami. „Nežinau“ taip pat neįtraukiama, jei rodiklio apraše nenurodyta kitaip. Žmonės, kuriems klausimas netaikomas, niekada neskaičiuojami. Jei neatsakė daugiau kaip ${Math.round(withholdAboveNonresponse * 100)}\u00a0% klaustųjų, įvertis nerodomas.`,
      "Indeksas skaičiuojamas tiems, kas atsakė bent į taisyklėje nurodytą klausimų skaičių, pagal atsakytus klausimus. „Atsakė iš dalies“ – tokių ne į viską atsakiusių žmonių dalis.",
    ],
  ],
  [
    "Kaip saugomi žmonės",
    [
      `Langelyje skaičiaus gali nebūti dėl dviejų priežasčių, todėl ir ženklai du. Per mažai, kad būtų tikslu: mažiau nei ${showFrom} atsakymų arba jų vertė mažesnė nei ${effectiveFrom} vienodo svorio atsakymų. Nerodoma saugant žmones: skaičius pasakytų ką nors apie kelis žmones arba tokį skaičių būtų galima apskaičiuoti iš kitų; kad to padaryti neįmanoma, patikrinama tiesiniu programavimu.`,
      ...refused.map(({ names, why }) => `Niekada nekryžiuojama: ${names}. ${why}`),
      "Visi bangos rezultatai imami iš to paties leidimo. Jokiam filtrui niekas neskaičiuojama iš naujo, todėl dviejų rezultatų negalima atimti vieno iš kito.",
    ],
  ],
];
