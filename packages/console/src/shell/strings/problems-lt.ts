import type { ProblemKind } from "../api/problem.ts";

/** Kas įvyko ir ką daryti toliau, kai serveris atsisako. */
export const problemsLt: Readonly<Record<ProblemKind, string>> = {
  "malformed-body":
    "Serveris nesuprato, ką atsiuntė šis puslapis. Įkelkite puslapį iš naujo ir bandykite dar kartą.",
  "invalid-request": "Kažkas įvesta ne taip, kaip laukta. Patikrinkite laukus ir bandykite dar kartą.",
  "consent-missing": "Anketoje nėra sutikimo, todėl ji neišsaugota.",
  "instrument-unknown": "Ši klausimyno versija čia nežinoma. Paklauskite tyrėjo, kuri versija paskelbta.",
  "wave-unknown": "Tokios bangos nėra. Pasirinkite iš bangų sąrašo.",
  "wave-closed": "Ši banga anketų nebepriima.",
  "response-conflict": "Tokiu pat numeriu jau saugoma kita anketa. Niekas neperrašyta.",
  "response-withdrawn": "Žmogus šią anketą atsiėmė. Iš naujo ji nepriimama.",
  "seal-unreadable": "Užantspauduotos anketos atverti nepavyko. Patikrinkite, ar ji skirta šiam serveriui.",
  "proof-needed": "Šiuo metu ateina labai daug anketų. Palaukite minutę ir bandykite dar kartą.",
  "code-unknown": "Šis kodas čia nežinomas. Patikrinkite kiekvieną ženklą.",
  "device-unknown": "Ši planšetė nesusieta. Susiekite ją iš naujo.",
  "hash-mismatch": "Turinys neatitinka jo kontrolinės sumos. Siųskite dar kartą.",
  "body-too-large": "Vienu kartu siunčiama per daug. Sutrumpinkite ir bandykite dar kartą.",
  "media-type": "Serveris nesuprato užklausos. Įkelkite puslapį iš naujo ir bandykite dar kartą.",
  "method-not-allowed": "Serveris nesuprato užklausos. Įkelkite puslapį iš naujo ir bandykite dar kartą.",
  "origin-refused": "Užklausa atėjo ne iš įprasto darbo vietos adreso. Atverkite ją įprastu adresu.",
  "signed-out": "Esate atsijungę. Prisijunkite ir tęskite.",
  "credentials-wrong": "El. pašto adresas arba slaptažodis netinka. Patikrinkite abu ir bandykite dar kartą.",
  "not-permitted": "Jūsų vaidmuo to neapima. Jei tai reikalinga, kreipkitės į administratorių.",
  "link-invalid":
    "Ši nuoroda jau panaudota, nebegalioja arba jos niekada nebuvo. Paprašykite administratoriaus naujos.",
  "password-weak":
    "Šį slaptažodį per lengva atspėti. Sugalvokite ilgesnį, pavyzdžiui, iš keturių tarpusavyje nesusijusių žodžių.",
  "person-exists": "Paskyra šiuo el. pašto adresu jau yra. Raskite ją žmonių sąraše.",
  "last-administrator":
    "Visada turi likti bent vienas veikiantis administratorius. Pirmiau pakvieskite kitą.",
  "not-found": "Čia nieko nebėra. Grįžkite į sąrašą ir pažiūrėkite dar kartą.",
  "margins-refused":
    "Šių visumos duomenų naudoti negalima. Ištaisykite, kas išvardyta, ir pasirinkite rinkmeną iš naujo.",
  "plan-refused": "Šio plano naudoti negalima. Ištaisykite, kas išvardyta, ir siųskite iš naujo.",
  "candidate-not-ready": "Skaičių, į kuriuos būtų galima žiūrėti, dar nėra. Palaukite, kol bus suskaičiuota.",
  "candidate-outdated":
    "Suskaičiavus kažkas atsiėmė savo anketą, todėl šių skaičių skelbti nebegalima. Skaičiuokite iš naujo.",
  "same-signature": "Jūs jau pasirašėte. Turi pasirašyti ir kitas žmogus.",
  "notes-differ": "Pastabos pasikeitė po to, kai jas skaitėte. Perskaitykite jas dar kartą ir pasirašykite.",
  "not-in-lattice": "Tokio pjūvio šios bangos lentelėse nėra, todėl jam nieko neskaičiuojama.",
  "export-not-ready": "Rinkmenos nėra: ji dar rengiama arba jau pašalinta.",
  "too-many-attempts": "Per daug bandymų. Palaukite kelias minutes ir bandykite dar kartą.",
  overloaded: "Serveris užimtas. Truputį palaukite ir bandykite dar kartą.",
  unavailable:
    "Serveris šiuo metu nieko negali išsaugoti. Bandykite dar kartą; jei tai tęsiasi, praneškite jį prižiūrinčiam žmogui.",
  "storage-full": "Serveryje nebeliko vietos. Praneškite jį prižiūrinčiam žmogui.",
  internal:
    "Suklydo mūsų serveris. Bandykite dar kartą; jei pasikartos, praneškite serverį prižiūrinčiam žmogui.",
  unreachable: "Serveris nepasiekiamas. Patikrinkite ryšį ir bandykite dar kartą.",
  "not-understood":
    "Serverio atsakymo šis puslapis nesupranta. Įkelkite puslapį iš naujo; jei nepadės, praneškite serverį prižiūrinčiam žmogui.",
};
