/** What an order names as its cause: a determination, an appeal, or an authority with its own order. */
import { shellWordsOf } from './shell-words.ts'
import { useShell } from './shell.tsx'

export function Cause({ text }: { readonly text: string }) {
  const { language, may } = useShell()
  const words = shellWordsOf(language)
  const [, appeal] = /^appeal (A-\d+)$/.exec(text) ?? []
  if (appeal !== undefined)
    return may('search') ? <a href={`/search?q=${appeal}`}>{words.appeal(appeal)}</a> : words.appeal(appeal)
  if (!/^D-\d+$/.test(text)) return <bdi className="written">{text}</bdi>
  return (
    <>
      {words.determination}{' '}
      <a href={`/determinations/${text}`} dir="ltr">
        {text}
      </a>
    </>
  )
}
