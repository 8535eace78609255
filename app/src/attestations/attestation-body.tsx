/** What the page of an attestation shows. */
import { Confirmation } from '../pages/confirmation.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline, type TimelineEntry } from '../pages/timeline.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import type { AttestationEvent } from './attestation.ts'
import { AttestationActs } from './attestation-acts.tsx'
import { AttestationTag } from './attestation-tag.tsx'
import { attestationWordsOf } from './attestation-words.ts'
import { OpeningsList } from './openings-list.tsx'
import type { showAttestation } from './show-attestations.ts'

export type AttestationShown = Awaited<ReturnType<typeof showAttestation>>

export function AttestationBody({ loaded }: { readonly loaded: AttestationShown }) {
  const { one, status, share, side, counted, numbers } = loaded
  const { problem } = useSentBack() ?? {}
  const { language } = useShell()
  const words = attestationWordsOf(language)
  const day = (text: string) => dayText(text, language)
  const prepared = momentOf(one.prepared_at, language)
  const toWhom = one.recipient === '' ? words.anyFirm : words.registered(one.recipient)
  return (
    <Page title={`${words.title} ${one.number}`}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <ObjectHeader
        title={one.number}
        within={{ href: '/attestations', title: words.title }}
        facts={[
          { name: words.state, value: <AttestationTag status={status} /> },
          { name: words.supplier, value: <bdi>{one.supplier_name}</bdi> },
          { name: words.recipient, value: toWhom },
          { name: words.share, value: share },
        ]}
      />
      {one.contradicted_by.map((number) => (
        <p key={number} className="lead">
          {words.contradiction(number)}
        </p>
      ))}
      {counted === undefined ? undefined : <p className="prose">{words.counts(counted)}</p>}
      <FactList
        className="facts"
        facts={[
          { name: words.partCode, value: <bdi dir="ltr">{one.part_code}</bdi> },
          { name: words.part, value: <bdi>{one.part}</bdi> },
          { name: words.hsCode, value: <bdi dir="ltr">{one.hs_code}</bdi> },
          { name: words.componentClass, value: loaded.component ?? <bdi dir="ltr">{one.component_class}</bdi> },
          { name: words.deliveries, value: words.fromTo(day(one.period_from), day(one.period_until)) },
          { name: words.expires, value: day(one.expires_on) },
          ...(one.replaces === null || numbers[one.replaces] === undefined
            ? []
            : [
                {
                  name: words.replaces,
                  value: (
                    <a href={`/attestations/${one.replaces}`} dir="ltr">
                      {numbers[one.replaces]}
                    </a>
                  ),
                },
              ]),
          { name: words.evidence, value: <code dir="ltr">{one.evidence_hash}</code> },
        ]}
      />
      <h2>{words.history}</h2>
      <Timeline
        entries={[
          ...(side === 'supplier' ? [{ when: prepared.when, day: prepared.day, what: [words.prepared] }] : []),
          ...one.events.map(useEntry(numbers)),
        ]}
      />
      {side === 'maker' || status === 'prepared' ? undefined : <OpeningsList openings={loaded.openings} />}
      <AttestationActs loaded={loaded} />
    </Page>
  )
}

function useEntry(numbers: AttestationShown['numbers']): (event: AttestationEvent) => TimelineEntry {
  const { language } = useShell()
  const words = attestationWordsOf(language)
  return ({ kind, effective_on, reason, successor, recorded_at }) => {
    const { when, day } = momentOf(recorded_at, language)
    if (kind === 'signed') return { when, day, what: [words.signedEvent] }
    const from = { when: dayText(effective_on ?? day, language), day: effective_on ?? day }
    if (kind === 'superseded') return { ...from, what: [words.supersededEvent(numbers[successor ?? ''] ?? '')] }
    return { ...from, what: [words.withdrawnEvent, <Said key="why" by={words.reason} text={reason ?? ''} />] }
  }
}
