/** What every page stands in: the stripes of a demonstration and of a rehearsal, the header, the content, the footer. */
import { createContext, type ReactNode, useContext } from 'react'
import type { Language, Problem } from '../kernel/problem.ts'
import type { Actor } from '../kernel/transaction.ts'
import { MEANT_FOR } from './meant-for.ts'
import type { NavigationEntry, Reader } from './page-call.ts'
import { shellWordsOf } from './shell-words.ts'
import { dayText } from './when.ts'

export interface Shell {
  readonly actor: Pick<Actor, 'organization'>
  readonly language: Language
  readonly address: string
  readonly navigation: readonly NavigationEntry[]
  readonly may: (command: string) => boolean
  readonly reader: Reader | undefined
  readonly done: string | undefined
  readonly demonstration_day: string | undefined
  /** What is said where something fails that nobody foresaw. */
  readonly fault: Problem
}

export const ShellContext = createContext<Shell | undefined>(undefined)

export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (shell === undefined) throw new Error('a page was rendered outside the shell')
  return shell
}

interface PageProps {
  readonly title: string
  /** The sentence that says why nothing on this page has legal effect. */
  readonly rehearsal?: string | undefined
  readonly children: ReactNode
}

export function Page({ title, rehearsal, children }: PageProps) {
  const { language, address, navigation, done, demonstration_day } = useShell()
  const words = shellWordsOf(language)
  const other = language === 'en' ? 'ur' : 'en'
  const [path = '/', query] = address.split('?')
  const switched = new URLSearchParams(query)
  switched.set('language', other)
  return (
    <>
      <title>{title === words.maqami ? title : `${title} · ${words.maqami}`}</title>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header>
        {demonstration_day === undefined ? undefined : (
          <p className="demonstration">{words.demonstration(dayText(demonstration_day, language))}</p>
        )}
        {rehearsal === undefined ? undefined : <p className="stripe">{rehearsal}</p>}
        <div className="top">
          <a className="mark" href="/">
            {words.maqami}
          </a>
          <nav aria-label={words.navigation}>
            <ul>
              {navigation.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={href === path ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <SearchBox />
          <Door />
          <a className="language" href={`${path}?${switched.toString()}`} lang={other} hrefLang={other}>
            {words.otherLanguage}
          </a>
        </div>
      </header>
      <main id="content">
        {done === 'invitation_accepted' ? (
          <p className="confirmation" role="status">
            {words.accepted}
          </p>
        ) : undefined}
        {children}
      </main>
      <footer className="foot">
        <p>{words.whatMaqamiIs}</p>
      </footer>
    </>
  )
}

/** For everything that the reader may see: it leads to a page of its own. */
function SearchBox() {
  const { language, address, may } = useShell()
  const words = shellWordsOf(language)
  if (!may('search')) return undefined
  const [path, query] = address.split('?')
  const typed = path === '/search' ? (new URLSearchParams(query).get('q') ?? undefined) : undefined
  return (
    <form className="search" action="/search" role="search">
      <label className="hidden" htmlFor="q">
        {words.search}
      </label>
      <input
        className="ds-input"
        id="q"
        name="q"
        type="search"
        dir="auto"
        placeholder={words.searchFor}
        required
        minLength={2}
        maxLength={100}
        defaultValue={typed}
      />
      <button className="ds-button" data-variant="secondary" type="submit">
        {words.search}
      </button>
    </form>
  )
}

/** Who I am and the way out, or the way in. */
function Door() {
  const { language, reader } = useShell()
  const words = shellWordsOf(language)
  const signIn = useSignIn()
  if (reader === undefined) return <a href={signIn}>{words.signIn}</a>
  return (
    <div className="door">
      <a href="/account">
        <bdi>{reader.name}</bdi>
      </a>
      <span className="quiet">
        {reader.acting_for === undefined ? words.actsForNobody : <bdi>{reader.acting_for}</bdi>}
        {reader.through === undefined ? undefined : (
          <>
            {' '}
            (<bdi>{reader.through}</bdi>)
          </>
        )}
      </span>
      <form method="post" action="/sign-out">
        <button className="door-out" type="submit">
          {words.signOut}
        </button>
      </form>
    </div>
  )
}

/**
 * Where a form is sent that begins something new: to this page, and for the organization to which it is shown. Who acts for several might have
 * chosen another in another tab, and the file of one client would be kept as another’s.
 */
export function useOwnForm(): string | undefined {
  const { organization } = useShell().actor
  return organization === undefined ? undefined : `?${new URLSearchParams({ [MEANT_FOR]: organization }).toString()}`
}

/** Where one signs in and comes back from to this page. */
export function useSignIn(): string {
  const { address } = useShell()
  const isAlready = /^\/sign-in(?:[/?]|$)/.test(address)
  return isAlready || address === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: address }).toString()}`
}
