/** The sentence of a problem; what it quotes in English on a page in Urdu is marked as such, for those who hear it as for those who see it. */
import { useShell } from './shell.tsx'

export function Sentence({ text }: { readonly text: string }) {
  const { language } = useShell()
  if (language === 'en') return text
  return text.split(/\u2066([^\u2066-\u2069]*)\u2069/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <bdi key={part} lang="en" dir="ltr">
        {part}
      </bdi>
    ),
  )
}
