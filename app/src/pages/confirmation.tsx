/** Says that what was asked for is done: above the page to which the form led. */
import { useShell } from './shell.tsx'

/** `sentences` has one for each word that an action leaves by `seeOther`. */
export function Confirmation({ sentences }: { readonly sentences: Readonly<Record<string, string>> }) {
  const { done } = useShell()
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined
  return sentence === undefined ? undefined : (
    <p className="confirmation" role="status">
      {sentence}
    </p>
  )
}
