/** What happens to firms in their lives, and what follows from it for any day: which name a firm has, and which firm answers for it. */

export type FirmEventKind = 'renamed' | 'merged' | 'succeeded' | 'split'
export const FIRM_EVENT_KINDS = ['renamed', 'merged', 'succeeded', 'split'] as const satisfies readonly FirmEventKind[]

/** What a firm takes of one that is split, or keeps of it. */
export interface SplitPart {
  readonly firm_id: string
  /** The numbers of licences. */
  readonly licences: readonly string[]
}

export interface FirmEventDecision {
  readonly kind: 'approved' | 'declined' | 'withdrawn'
  /** Null of an approval. */
  readonly reason: string | null
  /** How the firms that take part were called on the day of an approval, by their identifiers. */
  readonly names: Readonly<Record<string, string>> | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface FirmEvent {
  readonly id: string
  readonly firm_id: string
  readonly kind: FirmEventKind
  readonly effective_on: string
  readonly reason: string
  /** Of a firm that is renamed. */
  readonly new_name: string | null
  /** Who answers from the day on for all that the firm owes; of a split the firm itself where it goes on. */
  readonly answers_id: string | null
  /** Of a merger and a succession: whether the licences pass with it, or end. */
  readonly licences_pass: boolean | null
  /** Of a split. */
  readonly parts: readonly SplitPart[]
  /** What follows for a year that was determined before the day was known. */
  readonly follows: string | null
  readonly proposed_at: string
  readonly proposed_by: string
  /** Null while it waits for a second officer. */
  readonly decided: FirmEventDecision | null
}

export type FirmEventStatus = 'proposed' | FirmEventDecision['kind']

export function statusOfEvent({ decided }: Pick<FirmEvent, 'decided'>): FirmEventStatus {
  return decided?.kind ?? 'proposed'
}

/** What an event is about, as it is proposed. */
export type Proposed = Pick<
  FirmEvent,
  'firm_id' | 'kind' | 'effective_on' | 'new_name' | 'answers_id' | 'parts' | 'follows'
>

/** What the approved events of a firm make of it. */
type Lived = Pick<FirmEvent, 'firm_id' | 'effective_on' | 'answers_id' | 'parts'>

/** The firm itself, or whoever answers for it on the day; `life` are the approved events of all firms that matter, in any order. */
export function boundOn(life: readonly Lived[], firm: string, day: string): string {
  const end = life.find((event) => event.firm_id === firm && isEnd(event) && event.effective_on <= day)
  return end === undefined || end.answers_id === null ? firm : boundOn(life, end.answers_id, day)
}

/** An event after which the firm is no more. A firm comes to its end once. */
export function isEnd({ firm_id, answers_id }: Pick<Lived, 'firm_id' | 'answers_id'>): boolean {
  return answers_id !== null && answers_id !== firm_id
}

/** A name from a day on; null from the beginning. */
export interface FirmName {
  readonly name: string
  readonly from_on: string | null
}

/** `names` are in their order, the first that which was registered. */
export function nameOn(names: readonly FirmName[], day: string): string {
  return names.findLast(({ from_on }) => from_on === null || from_on <= day)?.name ?? ''
}

/** Whom it concerns: the firm, who answers for it, and who takes part of it. */
export function partiesOf({ firm_id, answers_id, parts }: Pick<Proposed, 'firm_id' | 'answers_id' | 'parts'>) {
  return [...new Set([firm_id, ...(answers_id === null ? [] : [answers_id]), ...parts.map((part) => part.firm_id)])]
}

export type FirmEventRefusal =
  | { readonly code: 'event_unknown' }
  | { readonly code: 'event_decided'; readonly status: FirmEventStatus }
  | { readonly code: 'event_own' }
  | { readonly code: 'event_of_other' }
  | { readonly code: 'event_waiting'; readonly firm: string }
  | { readonly code: 'event_ahead'; readonly effective_on: string; readonly today: string }
  | { readonly code: 'event_circle'; readonly firm: string; readonly other: string }
  | { readonly code: 'event_before_firm'; readonly firm: string; readonly since: string; readonly effective_on: string }
  | { readonly code: 'event_before_last'; readonly firm: string; readonly last: string; readonly effective_on: string }
  | { readonly code: 'party_unknown' }
  | { readonly code: 'party_not_authorised'; readonly firm: string }
  | { readonly code: 'party_ended'; readonly firm: string; readonly since: string }
  | { readonly code: 'name_taken'; readonly name: string; readonly holder: string }
  | { readonly code: 'name_kept'; readonly name: string }
  | { readonly code: 'split_parts' }
  | { readonly code: 'split_answerer' }
  | { readonly code: 'split_licence'; readonly number: string }
  | { readonly code: 'split_incomplete'; readonly numbers: readonly string[] }
  | { readonly code: 'year_determined'; readonly programme: string; readonly year: string; readonly number: string }

/** A firm as it stands when an event is proposed or approved. */
export interface Standing {
  readonly id: string
  readonly name: string
  /** The day on which it was authorised; undefined where it is not. */
  readonly since: string | undefined
}

interface Known {
  /** The approved events of the firms that take part, and of those that these answer for. */
  readonly life: readonly Lived[]
  /** Those that take part. */
  readonly parties: ReadonlyMap<string, Standing>
  /** Another firm that is called so now. */
  readonly holder: Standing | undefined
}

/** Why it cannot be, whatever the firm holds and owes. */
export function unfitEvent(event: Proposed, { life, parties, holder }: Known): FirmEventRefusal | undefined {
  const firm = parties.get(event.firm_id)
  if (firm === undefined) return { code: 'party_unknown' }
  for (const id of partiesOf(event)) {
    const party = parties.get(id)
    if (party === undefined) return { code: 'party_unknown' }
    const unfit = unfitParty(event, party, firm, life)
    if (unfit !== undefined) return unfit
  }
  switch (event.kind) {
    case 'renamed':
      if (event.new_name === firm.name) return { code: 'name_kept', name: firm.name }
      return holder === undefined ? undefined : { code: 'name_taken', name: event.new_name ?? '', holder: holder.name }
    case 'merged':
    case 'succeeded':
      return event.answers_id === firm.id ? { code: 'event_circle', firm: firm.name, other: firm.name } : undefined
    case 'split':
      return unfitSplit(event)
  }
}

const NO_DAY_IS_LATER = '9999-12-31'

function unfitParty(
  { effective_on }: Proposed,
  party: Standing,
  firm: Standing,
  life: readonly Lived[],
): FirmEventRefusal | undefined {
  const { id, name, since } = party
  if (id !== firm.id && boundOn(life, id, NO_DAY_IS_LATER) === firm.id)
    return { code: 'event_circle', firm: firm.name, other: name }
  const end = life.find((event) => event.firm_id === id && isEnd(event))
  if (end !== undefined) return { code: 'party_ended', firm: name, since: end.effective_on }
  if (since === undefined) return { code: 'party_not_authorised', firm: name }
  if (effective_on < since) return { code: 'event_before_firm', firm: name, since, effective_on }
  if (id !== firm.id) return undefined
  // It gives away nothing before it had it, and has one name after the other.
  const last = life
    .filter((event) => partiesOf(event).includes(id))
    .map((event) => event.effective_on)
    .toSorted()
    .at(-1)
  if (last !== undefined && effective_on < last) return { code: 'event_before_last', firm: name, last, effective_on }
  return undefined
}

function unfitSplit({ parts, answers_id }: Proposed): FirmEventRefusal | undefined {
  const firms = parts.map(({ firm_id }) => firm_id)
  if (firms.length < 2 || new Set(firms).size < firms.length) return { code: 'split_parts' }
  return answers_id !== null && firms.includes(answers_id) ? undefined : { code: 'split_answerer' }
}

/** Each licence that the firm holds passes to one firm or stays, and no other is named. */
export function unfitLicences(
  { kind, parts }: Pick<Proposed, 'kind' | 'parts'>,
  held: readonly string[],
): FirmEventRefusal | undefined {
  if (kind !== 'split') return undefined
  const named = parts.flatMap(({ licences }) => licences)
  const wrong = named.find((number, index) => !held.includes(number) || named.indexOf(number) !== index)
  if (wrong !== undefined) return { code: 'split_licence', number: wrong }
  const numbers = held.filter((number) => !named.includes(number))
  return numbers.length === 0 ? undefined : { code: 'split_incomplete', numbers }
}
