/** An event of a firm: its firm, its day, who proposed and decided, and what it says. */
import { eventSentences } from '../manufacturers/life/event-sentences.ts'
import { EVENT_LOOKS, lifeWordsOf } from '../manufacturers/life/life-words.ts'
import type { EventView } from '../manufacturers/life/show-life.ts'
import { ObjectHeader } from '../pages/object-header.tsx'
import { Said } from '../pages/said.tsx'
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { eventWordsOf } from './event-words.ts'

interface Mark {
  readonly when: string
  readonly person: string | undefined
}

interface EventBodyProps {
  readonly event: EventView
  readonly proposed: Mark
  readonly decided: Mark | undefined
}

export function EventBody({ event, proposed, decided }: EventBodyProps) {
  const { language } = useShell()
  const words = eventWordsOf(language)
  const life = lifeWordsOf(language)
  const { kind, firm, effective_on, status, reason, follows, declined } = event
  const onBy = ({ when, person }: Mark) => words.onBy(when, person)
  return (
    <>
      <ObjectHeader
        title={`${life.titles[kind]}: ${firm.name}`}
        within={{ href: `/manufacturers/${firm.id}`, title: firm.name }}
        facts={[
          { name: words.state, value: <StateTag look={EVENT_LOOKS[status]}>{life.states[status]}</StateTag> },
          { name: words.effectiveOn, value: dayText(effective_on, language) },
          { name: words.proposed, value: onBy(proposed) },
          ...(decided === undefined ? [] : [{ name: words.decided, value: onBy(decided) }]),
        ]}
      />
      <h2>{words.whatHappens}</h2>
      {eventSentences(event, language).map((sentence) => (
        <p key={sentence} className="prose">
          {sentence}
        </p>
      ))}
      <h2>{words.because}</h2>
      <p className="passage" dir="auto">
        {reason}
      </p>
      {follows === null ? undefined : (
        <p>
          <Said by={life.follows} text={follows} />
        </p>
      )}
      {declined === null ? undefined : (
        <p>
          <Said by={`${life.states[status]}:`} text={declined} />
        </p>
      )}
    </>
  )
}
