/** What the page of advice shows. */
import { DataTable } from '../../pages/data-table.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { returnWordsOf } from '../../returns/filing/return-words.ts'
import type { AdviceView, WayView } from '../advice-view.ts'
import { adviceWordsOf } from '../advice-words.ts'
import type { AdviceShown } from './show-advice.ts'

export function AdviceBody({ loaded }: { readonly loaded: AdviceShown }) {
  const { return_id, version, rehearsal, subjects } = loaded
  const { language } = useShell()
  const words = adviceWordsOf(language)
  const ofReturns = returnWordsOf(language)
  const within = `${ofReturns.versionNumber(version)} · ${ofReturns.returnOf(loaded)}`
  return (
    <Page title={`${words.title} · ${within}`} rehearsal={rehearsal}>
      <ObjectHeader
        title={words.title}
        within={{ href: `/returns/${return_id}/versions/${version}`, title: within }}
        facts={[]}
      />
      <p className="prose">{words.intro}</p>
      {subjects.map((one, nth) => (
        <Subject key={one.subject} nth={nth} view={one} />
      ))}
      {subjects.some(({ state }) => state === 'short') ? <p className="quiet prose">{words.assumption}</p> : undefined}
    </Page>
  )
}

const LOOKS = { met: 'good', open: 'open', short: 'bad' } as const

function Subject({ view, nth }: { readonly view: AdviceView; readonly nth: number }) {
  const words = adviceWordsOf(useShell().language)
  return (
    <section>
      {view.subject === '' ? undefined : <h2>{view.subject}</h2>}
      <p className="lead">
        <StateTag look={LOOKS[view.state]}>{words.states[view.state]}</StateTag> {view.sentence}
      </p>
      {view.ways.map((way, place) => (
        <Way key={way.title} view={way} id={`way-${nth}-${place}`} Heading={view.subject === '' ? 'h2' : 'h3'} />
      ))}
    </section>
  )
}

interface WayProps {
  readonly view: WayView
  readonly id: string
  readonly Heading: 'h2' | 'h3'
}

function Way({ view, id, Heading }: WayProps) {
  const words = adviceWordsOf(useShell().language)
  const { title, sentences, sets, remark, parts, more } = view
  return (
    <section>
      <Heading id={id}>{title}</Heading>
      <p className="prose">{sentences.join(' ')}</p>
      {sets.length === 0 ? undefined : (
        <DataTable
          titledBy={id}
          rows={sets}
          columns={[
            { title: words.set, of: ({ parts: names }) => <Parts names={names} /> },
            { title: words.valueMoved, of: ({ value }) => value, isAmount: true },
            ...(sets.every(({ reaches }) => reaches === undefined)
              ? []
              : [{ title: words.reaches, of: ({ reaches }: (typeof sets)[number]) => reaches, isAmount: true }]),
          ]}
        />
      )}
      {remark === undefined ? undefined : <p className="quiet prose">{remark}</p>}
      {parts.length === 0 ? undefined : (
        <DataTable
          id={`${id}-parts`}
          caption={words.gains}
          rows={parts}
          columns={[
            { title: words.part, of: ({ name }) => name },
            ...(parts.every(({ gain }) => gain === undefined)
              ? []
              : [{ title: words.gain, of: ({ gain }: (typeof parts)[number]) => gain, isAmount: true }]),
            { title: words.value, of: ({ value }) => value, isAmount: true },
            { title: words.lines, of: ({ lines }) => <bdi dir="ltr">{lines}</bdi> },
          ]}
        />
      )}
      {more === undefined ? undefined : <p className="quiet">{more}</p>}
    </section>
  )
}

function Parts({ names }: { readonly names: readonly string[] }) {
  const [only] = names
  if (names.length === 1) return only
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
