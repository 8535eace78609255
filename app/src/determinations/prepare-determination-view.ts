/** What can be determined from an assessment, in the words that the letters would have. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import type { Language } from '../kernel/problem.ts'
import { readAs } from '../kernel/transaction.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import { idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { dayText } from '../pages/when.ts'
import { type ProgrammeHeading, programmeHeading } from '../policy-releases/programme-view.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { letterData } from './decide-determination.ts'
import type { Said } from './decide-determination-view.ts'
import { amountOf, type Determination, type DeterminationKind } from './determination.ts'
import { foreseeEffect } from './foresee-effect.ts'
import type { Foreseen } from './foreseen-effect.ts'
import { letterText } from './letter-text.ts'
import { lettersContext } from './letters-context.ts'
import { currentAssessment, type Determinable, determinableIn } from './prepare-determination.ts'

export interface Offer {
  /** What the form sends: the kind and the subject. */
  readonly value: string
  readonly kind: DeterminationKind
  readonly said: Said
  /** Of a sanction or a restoration: what it would bring about if it were approved today. */
  readonly effect: Foreseen | undefined
  readonly lessened: readonly Lessened[]
}

/** A sanction of which less may be decided: its amount and its day as they were computed, where it has them. */
export interface Lessened {
  readonly finding: string
  readonly label: string
  readonly amount: string | null
  readonly from: string | null
}

export interface PrepareView {
  readonly id: string
  readonly firm: string
  readonly year: string
  readonly day: string
  readonly heading: ProgrammeHeading
  readonly offers: readonly Offer[]
  /** Those that there are, with their kind. */
  readonly there: readonly { readonly kind: DeterminationKind; readonly number: string }[]
}

export async function determinableAsked(context: PageContext, asked: string | undefined): Promise<PrepareView> {
  const id = idAsked(context, asked)
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const decided_on = todayText(clock)
  const read = await readAs(database, actor, async (tables) => {
    const made = await currentAssessment(tables, shelf, id)
    if ('refused' in made) return made
    const { assessment, assessed } = made.done
    const offers: Offer[] = []
    const there: PrepareView['there'][number][] = []
    for (const { subject, kind, found } of await determinableIn(tables, made.done, decided_on)) {
      if ('number' in found) {
        there.push({ kind, number: found.number })
        continue
      }
      const imagined = imaginedOf(made.done, { subject, kind, found })
      const letter = await letterData(tables, shelf, context.get(lettersContext), imagined, decided_on, null)
      if ('refused' in letter) return letter
      const { effect } = await foreseeEffect(tables, shelf, made.done, imagined, decided_on)
      const said = letterText(letter.done)[language]
      offers.push({
        value: `${kind} ${subject}`,
        kind,
        said,
        effect: effect ?? undefined,
        lessened: lessenedIn(kind, found.findings, said, language),
      })
    }
    const firm = (await manufacturerIn(tables, assessment.manufacturer_id))?.name ?? ''
    return { done: { offers, there, firm, assessment, assessed } }
  })
  const { offers, there, firm, assessment, assessed } = settled(context, read)
  return {
    id,
    firm,
    year: assessed.year.label,
    day: dayText(assessment.as_of, language),
    heading: programmeHeading(assessed.release.engine.programme, language),
    offers,
    there,
  }
}

function lessenedIn(
  kind: DeterminationKind,
  findings: Determination['findings'],
  said: Said,
  language: Language,
): readonly Lessened[] {
  if (kind !== 'sanction') return []
  return findings.map((one, index) => ({
    finding: one.finding,
    label: said.findings[index]?.label ?? one.finding,
    amount: amountOf(one) === undefined ? null : (said.findings[index]?.amount ?? null),
    from: one.from === null ? null : dayText(one.from, language),
  }))
}

type Found = Pick<Determination, 'findings' | 'follows'>
type Current = Extract<Awaited<ReturnType<typeof currentAssessment>>, { readonly done: unknown }>['done']

/** The determination that would be prepared; nobody has prepared it. */
function imaginedOf(
  { assessment, assessed }: Current,
  { subject, kind, found }: Omit<Determinable, 'found'> & { readonly found: Found },
): Determination {
  return {
    id: '',
    number: '',
    kind,
    manufacturer_id: assessment.manufacturer_id,
    programme: assessed.release.engine.programme.heading.name,
    year: assessed.year.label,
    assessment_id: assessment.id,
    release_id: assessment.release_id,
    rehearsal: assessed.rehearsal,
    subject,
    ...found,
    reasons: '',
    prepared_at: '',
    prepared_by: '',
    decided: null,
    standings: [],
    standings_before: [],
  }
}
