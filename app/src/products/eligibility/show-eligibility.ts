/** What the page of the markets of a model is given. */
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { certificateWordsOf } from '../../certificates/certificate-words.ts'
import { todayText } from '../../kernel/clock.ts'
import { type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { dayText } from '../../pages/when.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import type { Need } from './eligibility.ts'
import { eligibilityWordsOf } from './eligibility-words.ts'
import { readEligibility } from './read-eligibility.ts'

export async function showEligibility(context: PageContext, id: string, request: Request) {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const asked = new URL(request.url).searchParams.get('on')
  const isDay = asked !== null && parseDay(asked) !== undefined
  const on = isDay ? asked : todayText(clock)
  const shelf = context.get(shelfContext)
  const { model, laws } = settled(context, await readEligibility(database, shelf, actor, id, on))
  const words = eligibilityWordsOf(language)
  const { states } = certificateWordsOf(language)
  const stateOf = ({ status }: Need): string => (status === 'missing' ? words.missing : states[status])
  return {
    id,
    name: model.name,
    on,
    /** Not a day. */
    wrong: asked !== null && !isDay ? asked : undefined,
    laws: laws.map(({ programme, title, is_rehearsal, requirement, label, markets }) => ({
      programme,
      title: inLanguage(title, language, programme),
      is_rehearsal,
      label: inLanguage(label, language, requirement),
      markets: markets.map(({ market, name, eligible, needs }) => {
        const missing = needs
          .filter(({ status }) => status !== 'valid')
          .map((one) => inLanguage(one.name, language, one.scheme))
        return {
          market: `${programme}.${market}`,
          name: inLanguage(name, language, market),
          eligible,
          sentence:
            eligible === null
              ? words.silent
              : eligible
                ? words.suffices(dayText(on, language))
                : words.lacks(dayText(on, language), missing),
          needs: needs.map((need) => ({
            scheme: need.scheme,
            name: inLanguage(need.name, language, need.scheme),
            certificate: need.certificate,
            isGood: need.status === 'valid',
            state: stateOf(need),
            until: need.valid_until === null ? undefined : dayText(need.valid_until, language),
          })),
        }
      }),
    })),
  }
}
