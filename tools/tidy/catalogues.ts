/** Every text that people read stands in both languages, side by side. */
import { readYaml } from '../../engine/src/load/yaml.ts'
import { mapsIn, policyFiles } from './policies.ts'
import type { Finding, Tree } from './tree.ts'

const TWIN: Readonly<Record<string, string>> = { en: 'ur', ur: 'en' }
const NAME: Readonly<Record<string, string>> = { en: 'English', ur: 'Urdu' }

/** Texts in policy files that have one language without the other, and catalogue files without their twin. */
export function checkCatalogues(tree: Tree): readonly Finding[] {
  return [...policyFiles(tree).flatMap(([file, text]) => textFindings(file, text)), ...fileFindings(tree)]
}

function textFindings(file: string, text: string): readonly Finding[] {
  const read = readYaml(file, text)
  // A file that cannot be read is already reported by the rule on formulas.
  if (!read.ok) return []
  return mapsIn(read.node).flatMap((map) => {
    const languages = map.entries.filter((entry) => entry.key in TWIN)
    const lone = languages.filter((entry) => !languages.some((other) => other.key === TWIN[entry.key]))
    const empty = languages.filter((entry) => entry.value.kind === 'text' && /^[\s….]*$/.test(entry.value.text))
    return [
      ...lone.map(({ key, keyAt }) => ({
        file,
        line: keyAt.line,
        sentence: `This text stands in ${NAME[key]} only. Write \`${TWIN[key]}:\` beside it.`,
      })),
      ...empty.map(({ key, keyAt }) => ({
        file,
        line: keyAt.line,
        sentence: `The ${NAME[key]} text is empty. Write it.`,
      })),
    ]
  })
}

/** `words-en.ts` has `words-ur.ts` beside it, `letters/en.yaml` has `letters/ur.yaml`, and so on. */
function fileFindings(tree: Tree): readonly Finding[] {
  return [...tree.keys()].flatMap((file) => {
    const [, before, language, after] = /^(.*[/.-])(en|ur)((?:\.[a-z]+)+)$/.exec(file) ?? []
    if (before === undefined || language === undefined || after === undefined) return []
    const twin = `${before}${TWIN[language]}${after}`
    return tree.has(twin) ? [] : [{ file, line: 1, sentence: `This catalogue has no twin. Write '${twin}'.` }]
  })
}
