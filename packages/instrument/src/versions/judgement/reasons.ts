import type { Said } from "../words/said.ts";

/** Why a change asks for its version number, in one sentence each. */
export const reasons = {
  "item-new": {
    en: "Something is asked that was not asked before; earlier answers keep their meaning.",
    lt: "Klausiama to, ko anksčiau nebuvo klausta; ankstesni atsakymai reiškia tą patį.",
  },
  "shown-only": {
    en: "It is shown and takes no answer.",
    lt: "Tai tik rodoma, atsakymo čia nėra.",
  },
  "series-ends": {
    en: "It is no longer asked: its series ends, unless it goes on under another name.",
    lt: "To daugiau neklausiama: eilutė nutrūksta, nebent ji tęsiama kitu vardu.",
  },
  renamed: {
    en: "The same item has another name; data of both versions join through the mapping.",
    lt: "Tas pats klausimas turi kitą vardą; abiejų versijų duomenis sujungia atitikmenys.",
  },
  "name-reused": {
    en: "The name of one item now belongs to another: data joined by name alone mix two questions, and nobody sees it.",
    lt: "Vieno klausimo vardas dabar priklauso kitam: sujungus duomenis vien pagal vardus susimaišytų du klausimai, ir niekas to nepastebėtų.",
  },
  context: {
    en: "What is asked just before can colour an answer; the answer itself keeps its meaning.",
    lt: "Prieš tai užduotas klausimas gali paveikti atsakymą; pats atsakymas reiškia tą patį.",
  },
  "same-choice-other-dress": {
    en: "The same choice stands in another dress and stores the same.",
    lt: "Tas pats pasirinkimas pateikiamas kitaip, o įrašomas taip pat.",
  },
  "task-looks-different": {
    en: "The codes are the same, but pictures or rungs ask in another way than words.",
    lt: "Kodai tie patys, bet paveikslėliai ar skalės laipteliai klausia kitaip nei žodžiai.",
  },
  "other-kind-of-answer": {
    en: "Another kind of answer is stored: one column cannot hold both.",
    lt: "Įrašomas kitos rūšies atsakymas: viename stulpelyje abu netelpa.",
  },
  "missing-newly-offered": {
    en: "People who were not offered this way out gave another answer or none; offered, many take it.",
    lt: "Kol šios išeities nebuvo, žmonės atsakydavo kitaip arba visai neatsakydavo; pasiūlyta ji dažnai renkama.",
  },
  "missing-no-longer-offered": {
    en: "Without this way out people give another answer or none.",
    lt: "Be šios išeities žmonės atsako kitaip arba visai neatsako.",
  },
  "one-more-to-tick": {
    en: "Each choice is a yes or no of its own: this is one more, the others keep their meaning.",
    lt: "Kiekvienas variantas yra atskiras „taip“ arba „ne“: atsirado dar vienas, kiti reiškia tą patį.",
  },
  "scale-has-other-points": {
    en: "A point on a scale means what it means among the others; with other points all of them shift.",
    lt: "Skalės padala įgyja prasmę tarp kitų padalų; jas pakeitus pasislenka visos.",
  },
  "came-out-of-the-rest": {
    en: "Whoever would have chosen it had to take the residual choice, which therefore meant more than it does now.",
    lt: "Kas būtų tai pasirinkęs, turėjo rinktis „kita“, tad ši anksčiau reiškė daugiau nei dabar.",
  },
  "one-more-name": {
    en: "The codes name categories and keep their meaning; this one could not be chosen before.",
    lt: "Kodai žymi kategorijas ir reiškia tą patį; šios anksčiau pasirinkti nebuvo galima.",
  },
  "level-unknown-middle": {
    en: "Nothing says whether the codes form a scale; put between others, a new point would shift it.",
    lt: "Nenurodyta, ar kodai sudaro skalę; tarp kitų įterpta padala ją paslinktų.",
  },
  "level-unknown-end": {
    en: "Added at the end of a list of unknown level: names keep their meaning, points on a scale would not.",
    lt: "Pridėta nežinomo lygmens sąrašo gale: pavadinimai reiškia tą patį, skalės padalos – nebe.",
  },
  "choice-went": {
    en: "Whoever would have chosen it now chooses another answer, which therefore means more than it did.",
    lt: "Kas būtų tai pasirinkęs, dabar renkasi kitką, tad kiti atsakymai reiškia daugiau nei anksčiau.",
  },
  recoded: {
    en: "The same answer is stored under another code.",
    lt: "Tas pats atsakymas įrašomas kitu kodu.",
  },
  "code-reused": {
    en: "The same code now stands for another answer: whoever joins the data without noticing misreads it.",
    lt: "Tas pats kodas dabar žymi kitą atsakymą: nepastebėjus jungiami duomenys bus suprasti klaidingai.",
  },
  "order-is-random": {
    en: "Respondents see the choices in random order anyway.",
    lt: "Respondentai variantus vis tiek mato atsitiktine tvarka.",
  },
  "scale-shuffled": {
    en: "A scale is read from one end to the other: its points in another order, or in none, ask for another judgement.",
    lt: "Skalė skaitoma nuo vieno galo iki kito: kita tvarka arba be tvarkos sustatytos padalos prašo kitokio vertinimo.",
  },
  "scale-turned": {
    en: "A scale read from its other end, or out of order, is answered differently.",
    lt: "Iš kito galo ar ne iš eilės skaitoma skalė atsakoma kitaip.",
  },
  "order-of-names": {
    en: "Codes keep their words; only their order differs, which can favour the first and the last.",
    lt: "Kodai žymi tą patį; pasikeitė tik tvarka, o ji gali palankiai veikti pirmus ir paskutinius.",
  },
  wording: {
    en: "Whether other words ask for the same cannot be told by a machine: the authors must say.",
    lt: "Ar kiti žodžiai klausia to paties, programa nustatyti negali: tai turi pasakyti autoriai.",
  },
  "text-came-or-went": {
    en: "Some respondents now read words they did not read before, or the other way round.",
    lt: "Dalis respondentų dabar skaito žodžius, kurių anksčiau neskaitė, arba atvirkščiai.",
  },
  "words-around": {
    en: "Words around the questions, or spaces only.",
    lt: "Tik žodžiai šalia klausimų arba tarpai.",
  },
  "language-new": {
    en: "More people can answer; earlier answers keep their meaning.",
    lt: "Gali atsakyti daugiau žmonių; ankstesni atsakymai reiškia tą patį.",
  },
  "language-gone": {
    en: "Some people can no longer answer in their language: look at who is still reached.",
    lt: "Dalis žmonių nebegali atsakyti savo kalba: patikrinkite, kas dar pasiekiamas.",
  },
  "base-narrowed": {
    en: "Fewer people are asked: a share now speaks of others than before.",
    lt: "Klausiama mažiau žmonių: dalis dabar kalba apie kitus nei anksčiau.",
  },
  "base-widened": {
    en: "More people are asked: a share now speaks of others than before.",
    lt: "Klausiama daugiau žmonių: dalis dabar kalba apie kitus nei anksčiau.",
  },
  "base-changed": {
    en: "Other people are asked: a share now speaks of others than before.",
    lt: "Klausiama kitų žmonių: dalis dabar kalba apie kitus nei anksčiau.",
  },
  "offered-to-others": {
    en: "Other people are offered it: not choosing it may mean that it could not be chosen.",
    lt: "Tai siūloma kitiems: nepasirinkta gali reikšti, kad pasirinkti nebuvo galima.",
  },
  "same-condition": {
    en: "The condition says the same in another spelling.",
    lt: "Sąlyga sako tą patį, tik kitaip užrašyta.",
  },
  "answer-demanded": {
    en: "An answer is demanded from more or other people: empty cells of both versions are not alike.",
    lt: "Atsakyti privalo daugiau ar kiti žmonės: tušti langeliai abiejose versijose reiškia ne tą patį.",
  },
  "demand-dropped": {
    en: "An answer is demanded from fewer people; answers given keep their meaning.",
    lt: "Atsakyti privalo mažiau žmonių; duoti atsakymai reiškia tą patį.",
  },
  "limit-narrowed": {
    en: "Some answers that were possible no longer are; those given keep their meaning.",
    lt: "Kai kurie atsakymai nebegalimi; jau duoti reiškia tą patį.",
  },
  "limit-widened": {
    en: "Answers are possible that were not: compare within what both allow.",
    lt: "Galimi atsakymai, kurių anksčiau nebuvo: lyginkite tik tai, ką leidžia abi versijos.",
  },
  "limit-changed": {
    en: "Other answers are possible than before: compare within what both allow.",
    lt: "Galimi kiti atsakymai nei anksčiau: lyginkite tik tai, ką leidžia abi versijos.",
  },
  task: {
    en: "Respondents are given another task with the same words.",
    lt: "Tais pačiais žodžiais respondentams duodama kita užduotis.",
  },
  default: {
    en: "An answer that stands there already is often left standing.",
    lt: "Iš anksto įrašytas atsakymas dažnai taip ir paliekamas.",
  },
  randomisation: {
    en: "Order effects are spread differently over respondents; answers keep their meaning.",
    lt: "Tvarkos poveikis respondentams pasiskirsto kitaip; atsakymai reiškia tą patį.",
  },
  "calculation-new": {
    en: "A value is computed that was not before.",
    lt: "Apskaičiuojama reikšmė, kurios anksčiau nebuvo.",
  },
  calculation: {
    en: "The value is computed in another way, or no longer.",
    lt: "Reikšmė apskaičiuojama kitaip arba nebeskaičiuojama.",
  },
  trigger: {
    en: "Answers set off something else: what is asked or stored may differ.",
    lt: "Atsakymai sukelia kitą veiksmą: gali skirtis, kas klausiama ar įrašoma.",
  },
  storage: {
    en: "What is stored for the same answer differs.",
    lt: "Už tą patį atsakymą įrašoma kas kita.",
  },
  source: {
    en: "The list of choices comes from another place.",
    lt: "Variantų sąrašas gaunamas iš kitur.",
  },
  "computed-differently": {
    en: "Scores, tables or weights are made from it in another way.",
    lt: "Balai, lentelės ar svoriai iš jo gaunami kitaip.",
  },
  "margins-differ": {
    en: "Weights treat some of its codes in another way; answers keep their meaning.",
    lt: "Svoriai kai kuriuos jo kodus vertina kitaip; atsakymai reiškia tą patį.",
  },
  "drawn-differently": {
    en: "Other people are drawn, or with other chances: weights of each version need the chances of that version.",
    lt: "Atsitiktinai parenkama kitaip ar su kitomis tikimybėmis: kiekvienos versijos svoriams reikia jos pačios tikimybių.",
  },
  "answered-alone": {
    en: "Whether people answer it alone differs: they may answer more openly, or less.",
    lt: "Skiriasi, ar atsakoma be kitų: gali būti atsakoma atviriau arba mažiau atvirai.",
  },
  described: {
    en: "It is described in other words; no number changes. A changed purpose or data class concerns the data protection officer.",
    lt: "Aprašyta kitaip; skaičiai nesikeičia. Tikslo ar duomenų klasės pakeitimas svarbus duomenų apsaugos pareigūnui.",
  },
  universe: {
    en: "Other people may answer than before.",
    lt: "Atsakyti gali kiti žmonės nei anksčiau.",
  },
  structure: {
    en: "Pages or panels are arranged in another way.",
    lt: "Puslapiai ar blokai išdėstyti kitaip.",
  },
  look: {
    en: "It only looks or behaves differently on screen.",
    lt: "Skiriasi tik išvaizda ar veikimas ekrane.",
  },
  foreign: {
    en: "SurveyJS does not know this property; respondents see nothing of it.",
    lt: "„SurveyJS“ šios savybės nežino; respondentai jos nemato.",
  },
  "not-compared": {
    en: "This part cannot be read, so nobody can say what it does to answers.",
    lt: "Šios dalies perskaityti nepavyko, todėl neaišku, ką ji daro atsakymams.",
  },
  "said-same": {
    en: "The mapping says that answers mean the same.",
    lt: "Atitikmenyse pasakyta, kad atsakymai reiškia tą patį.",
  },
  "joined-by-codes": {
    en: "The mapping joins the codes, and no old code stands for anything else.",
    lt: "Kodus sujungia atitikmenys, ir nė vienas senas kodas nereiškia kito.",
  },
} as const satisfies Readonly<Record<string, Said>>;

export type Reason = keyof typeof reasons;
