/** Indus appeals against the failure of its second year and asks for a stay; the authority replies, and a day is fixed to hear both. */
import { appealHash, fileAppeal, prepareAppeal } from '../appeals/file-appeal.ts'
import { holdHearing, replyToAppeal } from '../appeals/hear-appeal.ts'
import type { Cast, Stage } from './play-demonstration.ts'

/** Nobody holds the telephone of its signatory. */
const signed = async () => await Promise.resolve({ done: true })

export async function appealFailure(
  { recorder, shelf, letters, done, on }: Stage,
  { makers, caseOfficer, appellateOfficer }: Cast,
  determination: string,
): Promise<void> {
  const { signatory } = makers.indus
  const asked = {
    determination,
    grounds: 'The forks of the Roadster are forged in Gujrat; the return counted them among the imported parts.',
    late_reason: null,
    stay_reason: 'The orders of the year hang on the licence.',
  }
  const prepared = done(await prepareAppeal(recorder, shelf, signatory, asked))
  const { id } = prepared
  done(await fileAppeal(recorder, signatory, { id, shown_hash: await appealHash(prepared) }, signed))
  on('2028-09-11')
  const words = 'The firm may restate its return. As filed and accepted, it says that the forks were imported.'
  done(await replyToAppeal(recorder, caseOfficer, { id, words }))
  const hearing = {
    kind: 'fixed',
    on_day: '2028-10-16',
    place: '10:30, Board Room 1',
    words: 'Both sides are heard.',
  } as const
  done(await holdHearing(recorder, shelf, letters, appellateOfficer, { id, ...hearing }))
}
