/** An appeal of a firm that is filed with evidence, and about which somebody has written an order. */
import { draftOrder, shownOrder, signOrder } from './appeals/decide-appeal.ts'
import { addEvidence, appealHash, fileAppeal, prepareAppeal } from './appeals/file-appeal.ts'
import type { Appeal } from './appeals/appeal.ts'
import { actorOf } from './people/actor-fixture.ts'
import { done, type TestMaker, type TestThread } from './thread-fixture.ts'

const CONFIRMED = async () => await Promise.resolve({ done: true })

/** `mark` stands in every text of it. */
export async function appealedBy(
  { recorder, shelf, made }: TestThread,
  { clerk, signatory }: TestMaker,
  determination: string,
  mark: string,
): Promise<Appeal> {
  const said = {
    determination,
    grounds: `The frames are of ${mark}.`,
    late_reason: null,
    stay_reason: `${mark} waits.`,
  }
  const { id } = done(await prepareAppeal(recorder, shelf, clerk, said))
  const file = { id, name: `weights of ${mark}.csv`, bytes: Buffer.from('12 kg\n') }
  const shown_hash = await appealHash(done(await addEvidence(recorder, clerk, file)))
  const filed = done(await fileAppeal(recorder, signatory, { id, shown_hash }, CONFIRMED))
  const reasons = `What ${mark} says of its frames is not answered, and nobody doubts the weights that it handed in at all.`
  const officer = await actorOf(made.database, 'appellate_officer')
  done(await draftOrder(recorder, officer, { id, outcome: 'upheld', reasons, changes: [] }))
  return filed
}

/** One that is filed and dismissed by an order. */
export async function dismissedAppeal(
  { recorder, shelf, letters, made }: TestThread,
  { clerk, signatory }: TestMaker,
  determination: string,
): Promise<Appeal> {
  const said = { determination, grounds: 'The frames are ours.', late_reason: null, stay_reason: null }
  const prepared = done(await prepareAppeal(recorder, shelf, clerk, said))
  const { id } = prepared
  done(await fileAppeal(recorder, signatory, { id, shown_hash: await appealHash(prepared) }, CONFIRMED))
  const officer = await actorOf(made.database, 'appellate_officer')
  const reasons =
    'Nothing was handed in that shows where the frames were made, and the record of the customs house says that they were imported as a whole.'
  done(await draftOrder(recorder, officer, { id, outcome: 'upheld', reasons, changes: [] }))
  const { shown_hash } = done(await shownOrder(recorder, officer, id))
  return done(await signOrder(recorder, shelf, letters, officer, { id, shown_hash }, CONFIRMED))
}
