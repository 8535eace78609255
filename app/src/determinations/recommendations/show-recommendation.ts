/** What the page is given on which an officer records what was said to a recommendation. */
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import { type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { statusOf } from '../determination.ts'
import { readDetermination } from '../read-determinations.ts'
import { decidedReply, recommendedIn } from './recommendation.ts'
import { readReplies } from './record-reply.ts'

export async function showRecommendation(context: PageContext, number: string) {
  const { actor, language } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const found = settled(context, await readDetermination(recorder.database, actor, number))
  const replies = settled(context, await readReplies(recorder, actor, number))
  const recommended = statusOf(found) === 'approved' && found.kind === 'sanction' ? recommendedIn(found.findings) : []
  const firms = await firmsNamed(context, [found.manufacturer_id])
  const laws = await lawsCalled(context, [found.programme])
  const named = recommended.find((one) => one.recommended_to !== undefined)?.recommended_to?.authority
  return {
    number,
    firm: firms(found.manufacturer_id),
    rehearsal: found.rehearsal ? laws(found.programme).rehearsal : undefined,
    recommended: recommended.map(({ finding, label }) => label?.[language] ?? label?.['en'] ?? finding),
    authority: replies.at(-1)?.authority ?? named?.[language] ?? named?.['en'] ?? '',
    replies,
    isOrdered: decidedReply(replies)?.kind === 'accepted',
    isOwn: found.prepared_by === actor.person,
    today: todayText(recorder.clock),
  }
}
