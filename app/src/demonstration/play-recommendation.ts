/** Kohsar falls short of the draft policy, which gives nobody a power: what follows is recommended, and a ministry orders it. All of it is rehearsal. */
import { recordReply } from '../determinations/recommendations/record-reply.ts'
import { acknowledgeNotice } from '../notices/serve-notice.ts'
import { determine, issued } from './play-determination.ts'
import type { Cast, Stage } from './play-demonstration.ts'

const SUBJECT = { category: 'smartphone' }

/** The example return that fails: 7.61% of 10%. */
export async function noticeShortfall(stage: Stage, cast: Cast, return_id: string): Promise<void> {
  const reasons = 'The local part of its telephones is under the target of the year.'
  const { number } = await determine(stage, cast, return_id, 'failure', reasons, SUBJECT)
  const id = await issued(stage, cast, number)
  stage.done(await acknowledgeNotice(stage.recorder, stage.shelf, cast.makers.kohsar.signatory, { id }))
}

/** The ninety days to cure are up on 3 November 2027. */
export async function recommendWithdrawal(stage: Stage, cast: Cast, return_id: string): Promise<void> {
  stage.on('2027-12-06')
  const reasons = 'The time to cure ended unused. No power to impose it is known, so that it is recommended.'
  const { number } = await determine(stage, cast, return_id, 'sanction', reasons, SUBJECT)
  stage.on('2027-12-20')
  const reply = {
    kind: 'accepted',
    authority: 'Ministry of Industries and Production',
    reference: 'Order 41 of 2027',
    replied_on: '2027-12-17',
    effective_on: '2027-12-20',
    words: 'The concession on kits is withdrawn and the import licence suspended until the Board reports a cure.',
    file: null,
  } as const
  stage.done(await recordReply(stage.recorder, cast.approvingOfficer, { number, ...reply }))
}
