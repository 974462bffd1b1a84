import { Question } from "./question.ts";

/**
 * Which questions bear a name and which do anything when told of changes, by their places in the questionnaire: the
 * same in every check of a plan.
 */
export class Places {
  readonly byName = new Map<string, number>();
  /** By the key of the answer: who shares it. */
  readonly sharing = new Map<string, Sharing>();
  /** By the key in lower case: the first. */
  readonly folded = new Map<string, number>();
  readonly listeners: readonly number[];
  readonly valueFollowers: readonly number[];
  readonly triggered: readonly number[];

  constructor(questions: readonly Question[]) {
    for (const [place, { name, valueName }] of questions.entries()) {
      const shared = this.sharing.get(valueName);
      if (shared) shared.places.push(place);
      else this.sharing.set(valueName, { number: this.sharing.size, places: [place] });
      const folded = valueName.toLowerCase();
      if (!this.folded.has(folded)) this.folded.set(folded, place);
      if (!this.byName.has(name)) this.byName.set(name, place);
    }
    const { onSurveyValueChanged } = Question.prototype;
    this.listeners = placesOf(questions, ({ listens }) => listens);
    this.triggered = placesOf(questions, ({ hasTriggers }) => hasTriggers);
    this.valueFollowers = placesOf(
      questions,
      (question) => question.onSurveyValueChanged !== onSurveyValueChanged,
    );
  }
}

interface Sharing {
  readonly number: number;
  readonly places: number[];
}

function placesOf(questions: readonly Question[], isMeant: (question: Question) => boolean): number[] {
  return questions.flatMap((question, place) => (isMeant(question) ? [place] : []));
}

/** The questions of one check by the key of their answers. */
export class Directory {
  private readonly questions: readonly Question[];
  private readonly places: Places;
  private readonly known: (readonly Question[] | undefined)[] = [];

  constructor(questions: readonly Question[], places: Places) {
    this.questions = questions;
    this.places = places;
  }

  has(valueName: string): boolean {
    return this.places.sharing.has(valueName);
  }
  get(valueName: string): readonly Question[] | undefined {
    const sharing = this.places.sharing.get(valueName);
    if (!sharing) return undefined;
    const { number, places } = sharing;
    const known = this.known[number];
    if (known) return known;
    const sharers = this.at(places);
    this.known[number] = sharers;
    return sharers;
  }
  isShared(valueName: string): boolean {
    return (this.places.sharing.get(valueName)?.places.length ?? 0) > 1;
  }
  /** The first whose key is this in any case. */
  inAnyCase(valueName: string): Question | undefined {
    return this.place(this.places.folded.get(valueName.toLowerCase()));
  }
  /** The first that bears a name. */
  named(name: string): Question | undefined {
    return this.place(this.places.byName.get(name));
  }
  at(places: readonly number[]): Question[] {
    const found: Question[] = [];
    for (const place of places) {
      const question = this.questions[place];
      if (question) found.push(question);
    }
    return found;
  }
  private place(place: number | undefined): Question | undefined {
    return place === undefined ? undefined : this.questions[place];
  }
}
