/** The start page: the programmes and where each stands, what is open for comment, what was published last, and where to look things up. */
import { LOOKS } from '../goals/goal-list.tsx'
import { goalWordsOf } from '../goals/goal-words.ts'
import { EmptyState } from '../pages/empty-state.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { shellWordsOf } from '../pages/shell-words.ts'
import { StateTag } from '../pages/state-tag.tsx'
import { ProgrammeTag } from '../policy-releases/programme-tag.tsx'
import { programmeWordsOf } from '../policy-releases/programme-words.ts'
import { homeWordsOf } from './home-words.ts'
import type { showHome } from './show-home.ts'

type Shown = Awaited<ReturnType<typeof showHome>>

export function HomeBody({ shown }: { readonly shown: Shown }) {
  const { hasDesk, programmes, consultations, editions, registers } = shown
  const { language } = useShell()
  const words = homeWordsOf(language)
  const law = programmeWordsOf(language)
  return (
    <Page title={shellWordsOf(language).maqami}>
      <h1>{law.welcome}</h1>
      {hasDesk ? (
        <p className="lead">
          <a href="/desk">{words.yourDesk}</a>
        </p>
      ) : undefined}
      {law.whatItIs.map((sentence) => (
        <p key={sentence} className="prose">
          {sentence}
        </p>
      ))}
      <h2>{law.programmes}</h2>
      <ul className="cards">
        {programmes.map(({ name, title, authority, state, goals }) => (
          <li key={name}>
            <h3>
              <a href={`/programmes/${name}`}>{title}</a>
            </h3>
            <p>
              <ProgrammeTag state={state} /> <span className="quiet">{authority}</span>
            </p>
            <GoalStates programme={name} goals={goals} />
          </li>
        ))}
      </ul>
      <div className="beside">
        <Consultations consultations={consultations} />
        <Editions editions={editions} />
      </div>
      <h2>{words.lookUp}</h2>
      <ul className="links">
        {registers.map(({ command, href }) => (
          <li key={href}>
            <a href={href}>{words.registers[command]}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function GoalStates({ programme, goals }: Pick<Shown['programmes'][number], 'goals'> & { readonly programme: string }) {
  const { language } = useShell()
  const words = homeWordsOf(language)
  if (goals.length === 0) return undefined
  return (
    <p>
      <a href={`/goals#${programme}`}>{words.goals}</a>{' '}
      {goals.map(({ colour, count }) => (
        <span key={colour}>
          <StateTag look={LOOKS[colour]}>{words.state(goalWordsOf(language).colours[colour], count)}</StateTag>{' '}
        </span>
      ))}
    </p>
  )
}

function Consultations({ consultations }: Pick<Shown, 'consultations'>) {
  const words = homeWordsOf(useShell().language)
  return (
    <section>
      <h2>{words.consultations}</h2>
      {consultations.length === 0 ? <EmptyState>{words.noConsultations}</EmptyState> : undefined}
      <ul>
        {consultations.map(({ href, title, until }) => (
          <li key={href}>
            <a href={href}>
              <bdi>{title}</bdi>
            </a>{' '}
            <span className="quiet">{words.until(until)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/consultations">{words.all}</a>
      </p>
    </section>
  )
}

function Editions({ editions }: Pick<Shown, 'editions'>) {
  const words = homeWordsOf(useShell().language)
  return (
    <section>
      <h2>{words.publications}</h2>
      {editions.length === 0 ? <EmptyState>{words.noPublications}</EmptyState> : undefined}
      <ul>
        {editions.map(({ href, title, year, edition, when }) => (
          <li key={href}>
            <a href={href}>
              {title} {words.edition(year, edition)}
            </a>{' '}
            <span className="quiet">{words.published(when)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/publications">{words.all}</a>
      </p>
    </section>
  )
}
