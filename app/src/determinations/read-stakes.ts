/** Reads what is at stake for the firm: figures of its year, and what its goods would bear without a concession. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { withoutConcession, yearStakes } from '@maqami/engine/determine/stakes.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import type { Made } from '../assessments/filed/make-assessment.ts'
import type { Handle } from '../kernel/database.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { inForce } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { returnIn } from '../returns/filing/read-returns.ts'
import { type Determination, isWithdrawal } from './determination.ts'
import type { WithoutConcession, YearAtStake } from './stakes.ts'

/** Of the whole firm: a licence that is suspended stops all that it makes. */
export async function yearAtStake(tables: Handle, { assessment, assessed }: Made): Promise<YearAtStake> {
  const found = await returnIn(tables, assessment.return_id)
  const accepted =
    found?.events.some(({ kind, version }) => kind === 'accepted' && version === assessment.version) ?? false
  const figures = yearStakes(assessed.subjects.map((one) => one.assessment))
  const known = accepted ? figures : figures.map(({ figure }) => ({ figure, value: null, needs: [] }))
  return { year: assessed.year.label, accepted, figures: known }
}

/** Also where the withdrawal is recommended only: whoever has the power is told what it would mean. */
export async function chargedWithout(
  tables: Handle,
  shelf: ReleaseShelf,
  { assessed }: Made,
  { findings, subject }: Determination,
  on: string,
): Promise<WithoutConcession | null> {
  const rule = assessed.release.engine.programme.stakes?.withoutConcession
  const one = assessed.subjects.find((other) => canonicalJson(other.subject) === subject)
  const day = parseDay(on)
  if (rule === undefined || !findings.some(isWithdrawal) || one === undefined || day === undefined) return null
  const law = rule.tariff === undefined ? assessed.release : await tariffOn(tables, shelf, rule.tariff.programme, on)
  const programme = law?.engine.programme
  return {
    law:
      law === undefined || programme === undefined
        ? null
        : { title: programme.heading.title, hash: law.hash, rehearsal: isRehearsal(programme) },
    reading: rule.reading?.text ?? null,
    found: withoutConcession(one.assessment, rule, law?.engine, day),
  }
}

async function tariffOn(
  tables: Handle,
  shelf: ReleaseShelf,
  programme: string,
  on: string,
): Promise<Release | undefined> {
  const law = await inForce(tables, programme, on)
  return 'refused' in law ? undefined : shelf.open(law.done)
}
