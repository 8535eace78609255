/** One programme: its rules in plain words, and its numbers with where each comes from. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { ParameterTable } from './parameter-table.tsx'
import { ProgrammeTag } from './programme-tag.tsx'
import { programmeShelf } from './programme-shelf.ts'
import { type ProgrammeView, programmeView, type ProvisionView } from './programme-view.ts'
import { type ProgrammeWords, programmeWordsOf } from './programme-words.ts'
import { SourceLink } from './source-link.tsx'

export const handle = { see: 'see_programmes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<ProgrammeView> {
  const { language, address } = context.get(pageCall)
  const release = await context.get(programmeShelf).find(params['programme'] ?? '')
  return settled(
    context,
    release === undefined
      ? { refused: { code: 'route_unknown', path: address } }
      : { done: programmeView(release.engine.programme, language) },
  )
}

const SECTIONS = [
  { id: 'obligations', kinds: ['requirement'] },
  { id: 'money', kinds: ['entitlement', 'liability'] },
  { id: 'sanctions', kinds: ['sanction'] },
  { id: 'figures', kinds: ['measure'] },
] as const satisfies readonly { readonly id: keyof ProgrammeWords; readonly kinds: readonly ProvisionView['kind'][] }[]

export default function ProgrammePage() {
  const programme = useLoaderData<typeof loader>()
  const words = programmeWordsOf(useShell().language)
  const sections = SECTIONS.map(({ id, kinds }) => ({
    id,
    provisions: programme.provisions.filter(({ kind }) => (kinds as readonly string[]).includes(kind)),
  })).filter(({ provisions }) => provisions.length > 0)
  return (
    <Page title={programme.title} rehearsal={programme.rehearsal}>
      <div className="object">
        <h1>{programme.title}</h1>
        <dl className="identity">
          <div>
            <dt>{words.state}</dt>
            <dd>
              <ProgrammeTag state={programme.state} />
            </dd>
          </div>
          <div>
            <dt>{words.authority}</dt>
            <dd>{programme.authority}</dd>
          </div>
          <div>
            <dt>{words.law}</dt>
            <dd>{programme.standing}</dd>
          </div>
        </dl>
      </div>
      <nav aria-labelledby="contents">
        <h2 id="contents" className="small-title">
          {words.contents}
        </h2>
        <ul className="contents">
          {sections.map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`}>{words[id]}</a>
            </li>
          ))}
          <li>
            <a href="#numbers">{words.numbers}</a>
          </li>
        </ul>
      </nav>
      {sections.map(({ id, provisions }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{words[id]}</h2>
          {provisions.map((provision) => (
            <Provision key={provision.name} provision={provision} />
          ))}
        </section>
      ))}
      <section aria-labelledby="numbers">
        <h2 id="numbers">{words.numbers}</h2>
        {programme.parameters.map((parameter) => (
          <ParameterTable key={parameter.name} parameter={parameter} />
        ))}
      </section>
    </Page>
  )
}

function Provision({ provision }: { readonly provision: ProvisionView }) {
  const { title, kindWord, summary, clause, standing, source, quotation, reading } = provision
  return (
    <article className="provision" id={provision.name}>
      <h3>
        {title} <span className="kind">{kindWord}</span>
      </h3>
      {summary === undefined ? undefined : <p className="prose">{summary}</p>}
      {quotation === undefined ? undefined : (
        <blockquote className="quotation" dir="auto">
          {quotation}
        </blockquote>
      )}
      {reading === undefined ? undefined : <p className="reading">{reading}</p>}
      <p className="grounds">
        {clause === undefined ? undefined : `${clause} · `}
        {standing}
        {source === undefined ? undefined : <SourceLink source={source} />}
      </p>
    </article>
  )
}
