/** Anybody who holds a letter sees whether one of its number was served, and whether the file is that one. */
import { createHash } from 'node:crypto'
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { FactList } from '../pages/fact-list.tsx'
import { Button, ErrorSummary, Field, type SentBack } from '../pages/form.tsx'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentFile, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import type { VerifiedLetter } from './issued-letter.ts'
import { verifyLetter } from './verify-letter.ts'
import { verifyWordsOf } from './verify-words.ts'

/** Far above any letter. */
const LARGEST_LETTER = 5_000_000
/** What a browser writes around the file. */
const ROOM = 64 * 1024
const OK = 200
const NOT_FOUND = 404

export const handle = {
  see: 'verify_letter',
  act: 'verify_letter',
  largest: LARGEST_LETTER + ROOM,
} satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const verified = await verify(args)
  // A number that is not there has a page like any other.
  const isUnknown = 'refused' in verified && verified.refused.code === 'letter_unknown'
  const letter = isUnknown ? undefined : settled(args.context, verified)
  return data({ number, letter }, { status: isUnknown ? NOT_FOUND : OK })
}

interface Compared {
  readonly same: boolean
}

/** Nothing is changed by it, and so it leads nowhere else: an address that said *same* could be sent along with a forged letter. */
export async function action(args: ActionFunctionArgs): Promise<Compared | ReturnType<typeof data<SentBack>>> {
  const { letter_hash } = settled(args.context, await verify(args))
  const file = sentFile(await sentForm(args.context, args.request), 'file')
  if (file === undefined) return sentBack(args.context, { code: 'field_empty' }, {}, { field_empty: 'file' })
  const hash = createHash('sha256')
    .update(Buffer.from(await file.arrayBuffer()))
    .digest('hex')
  return { same: letter_hash === `sha256:${hash}` }
}

async function verify({ context, params }: LoaderFunctionArgs) {
  const { database } = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  return await verifyLetter(database, context.get(shelfContext), actor, params['number'] ?? '')
}

export default function VerifyLetterPage() {
  const { number, letter } = useLoaderData<typeof loader>()
  const words = verifyWordsOf(useShell().language)
  if (letter === undefined)
    return (
      <Page title={words.unknown(number)}>
        <h1>{words.unknown(number)}</h1>
        <p className="prose">{words.unknownWhat}</p>
      </Page>
    )
  return (
    <Page title={words.title(number)} rehearsal={letter.rehearsal ? words.ofRehearsal : undefined}>
      <h1>{words.title(number)}</h1>
      <p className="lead">{words.served}</p>
      <Served letter={letter} />
      <Compare letter={letter} />
    </Page>
  )
}

function Served({ letter }: { readonly letter: VerifiedLetter }) {
  const { language } = useShell()
  const words = verifyWordsOf(language)
  const { number, kind, authority, programme, programme_title, issued_on } = letter
  return (
    <FactList
      className="facts"
      facts={[
        { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
        { name: words.state, value: <State letter={letter} /> },
        { name: words.kind, value: words.kinds[kind] },
        { name: words.on, value: dayText(issued_on, language) },
        { name: words.authority, value: inLanguage(authority, language, '') },
        { name: words.programme, value: inLanguage(programme_title, language, programme) },
      ]}
    />
  )
}

function State({ letter: { kind, rehearsal, standing, varied, ended_by } }: { readonly letter: VerifiedLetter }) {
  const { language } = useShell()
  const words = verifyWordsOf(language)
  if (ended_by !== null)
    return (
      <>
        <StateTag look="quiet">{words.ended[kind]}</StateTag> {words.endedBy}{' '}
        <a href={`/verify/${ended_by.number}`}>
          {words.endedByOn(ended_by.number, dayText(ended_by.issued_on, language))}
        </a>
      </>
    )
  if (standing === 'stayed' || standing === 'quashed')
    return <StateTag look={standing === 'stayed' ? 'open' : 'quiet'}>{words.standings[standing]}</StateTag>
  const tag = rehearsal ? (
    <StateTag look="rehearsal">{words.rehearsal}</StateTag>
  ) : (
    <StateTag look={varied === null ? 'good' : 'open'}>{varied === null ? words.standing : words.varied}</StateTag>
  )
  return varied === null ? (
    tag
  ) : (
    <>
      {tag} <VariedBy varied={varied} />
    </>
  )
}

/** The order of an appeal has a letter of its own. */
function VariedBy({ varied: { by, on } }: { readonly varied: NonNullable<VerifiedLetter['varied']> }) {
  const { language } = useShell()
  const words = verifyWordsOf(language)
  const [, appeal] = /^appeal (A-\d{6,12})$/.exec(by) ?? []
  const said = words.variedBy(appeal ?? by, dayText(on, language))
  return appeal === undefined ? said : <a href={`/verify/${appeal}`}>{said}</a>
}

function Compare({ letter: { number, letter_hash } }: { readonly letter: VerifiedLetter }) {
  const words = verifyWordsOf(useShell().language)
  const answered = useActionData<Compared | SentBack>()
  const problem = answered !== undefined && 'problem' in answered ? answered.problem : undefined
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{words.compare}</h2>
      <p className="prose">{words.saysNothing}</p>
      <ErrorSummary problem={problem} />
      {answered !== undefined && 'same' in answered ? <Answer same={answered.same} /> : undefined}
      <form className="act" method="post" encType="multipart/form-data" action={`/verify/${number}#compare`}>
        <Field
          name="file"
          type="file"
          accept=".pdf"
          label={words.file}
          hint={words.fileHint}
          required
          problem={problem}
        />
        <Button>{words.compareIt}</Button>
      </form>
      <h2>{words.hash}</h2>
      <p className="quiet">{words.hashHint}</p>
      <p>
        <code dir="ltr">{letter_hash.replace('sha256:', '')}</code>
      </p>
    </section>
  )
}

function Answer({ same }: Compared) {
  const words = verifyWordsOf(useShell().language)
  return (
    <div className={same ? 'confirmation' : 'ds-error-summary'} role={same ? 'status' : 'alert'}>
      <p>{same ? words.same : words.other}</p>
      {same ? undefined : <p>{words.otherWhat}</p>}
    </div>
  )
}
