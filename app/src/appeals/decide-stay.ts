/** Whether what was determined has effect until the appeal is decided. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import { orderStanding } from '../determinations/order-standing.ts'
import type { DeterminationRefusal } from '../determinations/determination.ts'
import { ownStanding } from '../determinations/standing.ts'
import type { Effect, Job } from '../jobs/job.ts'
import { queueJobIn } from '../jobs/queue-job.ts'
import { nextMorning, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { type Appeal, type AppealRefusal, statusOf, stayOf } from './appeal.ts'
import { findAppeal } from './appeals-table.ts'
import { heardBy, partOf } from './decidable-appeal.ts'
import { END_STAY, stayJobOf } from './file-appeal.ts'
import { recordEvent } from './record-event.ts'

export interface DecideStay {
  readonly id: string
  readonly kind: 'granted' | 'refused' | 'ended'
  /** The reasons, and the conditions of a stay that is granted. */
  readonly words: string
  /** Its last day; null where it holds until the appeal is decided. */
  readonly until: string | null
}

type Refused = AppealRefusal | DeterminationRefusal

export async function decideStay(
  recorder: Recorder,
  actor: Actor,
  { id, kind, words, until }: DecideStay,
): Promise<Outcome<Appeal, Refused>> {
  return await recordCommand<Appeal, Refused>(recorder, actor, 'decide_stay', async (tables) => {
    if (kind === 'ended') return await ended(tables, recorder, actor, id, words)
    const found = await heardBy(tables, actor, id)
    if ('refused' in found) return found
    const { appeal, determination } = found.done
    const { number } = appeal
    if (stayOf(appeal).status !== 'applied') return { refused: { code: 'no_stay_applied', number } }
    const now = todayText(recorder.clock)
    if (kind === 'granted' && until !== null && until < now)
      return { refused: { code: 'stay_day', day: until, today: now } }
    let licences: readonly string[] = []
    if (kind === 'granted') {
      const ordered = await orderStanding(tables, recorder, actor, {
        determination,
        kind: 'stayed',
        cause: `appeal ${number}`,
      })
      if ('refused' in ordered) return ordered
      licences = ordered.done.licences
      if (until !== null) await queueJobIn(tables, recorder, END_STAY, stayJobOf(appeal))
    }
    const on_day = kind === 'granted' ? until : null
    const decided = await recordEvent(tables, recorder, actor, appeal, { kind: `stay_${kind}`, words, on_day })
    return { done: decided, subject: `appeal ${number}`, details: { kind, words, until: on_day, licences } }
  })
}

async function ended(tables: Handle, recorder: Recorder, actor: Actor, id: string, words: string) {
  const appeal = await findAppeal(tables, id)
  if (appeal === undefined) return { refused: { code: 'appeal_unknown' as const } }
  const determination = await determinationById(tables, appeal.determination_id)
  const refused = await partOf(tables, actor, appeal, determination)
  if (refused !== undefined) return { refused }
  const { number } = appeal
  if (stayOf(appeal).status !== 'granted') return { refused: { code: 'no_stay' as const, number } }
  const cause = `appeal ${number}`
  // Of a determination that fell with another there is nothing to resume.
  let licences: readonly string[] = []
  if (ownStanding(determination.standings) === 'stayed') {
    const ordered = await orderStanding(tables, recorder, actor, { determination, kind: 'resumed', cause })
    if ('refused' in ordered) return ordered
    licences = ordered.done.licences
  }
  const done = await recordEvent(tables, recorder, actor, appeal, { kind: 'stay_ended', words })
  return { done, subject: cause, details: { kind: 'ended', words, licences } }
}

/** The service carries out what was ordered, on the day that the order gives; what follows from a withdrawal it does at once. */
const ENDER: Actor = { person: 'system:stays', organization: undefined, role: 'appellate_officer' }

const WITHDRAWN = 'The appeal was withdrawn. اپیل واپس لے لی گئی۔'
const TIME_OVER = 'The time of the stay is over. حکمِ امتناع کی میعاد پوری ہو گئی۔'

const NOTHING: Effect = async () => await Promise.resolve(undefined)

/** On the morning after its last day, or when the appeal was withdrawn. */
export function endStay(recorder: Recorder): (job: Job) => Promise<Effect> {
  return async ({ about }) => {
    const [id = ''] = about.split(' ')
    const appeal = await readAs(recorder.database, ENDER, async (tables) => await findAppeal(tables, id))
    if (appeal === undefined) return NOTHING
    const { status, until } = stayOf(appeal)
    const isWithdrawn = statusOf(appeal) === 'withdrawn'
    if (status !== 'granted' || (!isWithdrawn && until === null)) return NOTHING
    if (!isWithdrawn && todayText(recorder.clock) <= (until ?? ''))
      return async () => await Promise.resolve({ again_at: nextMorning(recorder.clock) })
    const words = isWithdrawn ? WITHDRAWN : `${TIME_OVER} ${until ?? ''}`
    const outcome = await decideStay(recorder, ENDER, { id, kind: 'ended', words, until: null })
    if ('refused' in outcome && outcome.refused.code !== 'no_stay')
      throw new Error(`the stay of ${appeal.number} is not ended: ${outcome.refused.code}`)
    return NOTHING
  }
}
