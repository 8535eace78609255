/** Who may import whom. The table is the one in ARCHITECTURE.md; each function below is one of its rows. */
import { isBuiltin } from 'node:module'
import { type InSlice, type Place, placeOf, SLICES, targetOf } from './places.ts'
import { importsOf, mask } from './source.ts'
import { type Finding, isCode, isTest, lineAt, type Tree } from './tree.ts'

const ENGINE_LIBRARIES: readonly string[] = ['yaml']
const ENGINE_TEST_LIBRARIES: readonly string[] = ['vitest', 'fast-check', 'fraction.js']

/** What would make the engine give another figure on another day, or not run in a browser. */
const IMPURE: readonly { readonly pattern: RegExp; readonly name: string; readonly instead: string }[] = [
  { pattern: /(?<![\w$.])Date\b/g, name: 'Date', instead: 'take the day as an argument' },
  { pattern: /\bMath\s*\.\s*random\b/g, name: 'Math.random', instead: 'take what varies as an argument' },
  { pattern: /(?<![\w$.])performance\b\s*\./g, name: 'performance', instead: 'measure in the caller' },
  {
    pattern: /\bcrypto\s*\.\s*(?:randomUUID|getRandomValues)\b/g,
    name: 'crypto',
    instead: 'take what varies as an argument',
  },
  { pattern: /(?<![\w$.])(?:process|Buffer)\b\s*\./g, name: 'a global of Node', instead: 'let the caller do it' },
]

/** What tests share, and nothing else may use. */
function isFixture(path: string): boolean {
  return path.endsWith('-fixture.ts')
}

/** Every forbidden import and every use of clock or chance in the tree. */
export function checkImports(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([path, text]) => {
    const place = placeOf(path)
    if (!isCode(path) || place.part === 'elsewhere') return []
    return [...checkSlice(path, place), ...importFindings(path, place, text), ...impurities(path, place, text)]
  })
}

function checkSlice(path: string, place: Place): readonly Finding[] {
  if (place.part !== 'slice' || SLICES.includes(place.slice)) return []
  const sentence = `'${place.slice}' is not a slice. Move the file into one, or give the new slice its place in tools/tidy/places.ts, with a decision record.`
  return [{ file: path, line: 1, sentence }]
}

function importFindings(path: string, place: Place, text: string): readonly Finding[] {
  return importsOf(text).flatMap(({ specifier, line, isType }) => {
    const sentence = refusal(path, place, specifier, isType)
    return sentence === undefined ? [] : [{ file: path, line, sentence }]
  })
}

/** Why a file may not import this, and what to do; undefined when it may. */
function refusal(path: string, place: Place, specifier: string, isType: boolean): string | undefined {
  const target = targetOf(path, specifier)
  if (place.part === 'engine') return engineRefusal(path, specifier, target)
  if (target === undefined) return place.part === 'slice' ? nounLibraryRefusal(path, place, specifier) : undefined
  if (specifier.startsWith('.') && !target.startsWith('app/')) {
    if (target.startsWith('engine/')) {
      return `Import the engine by its name: '@maqami/engine/${target.replace('engine/src/', '')}'.`
    }
    return `'${specifier}' leaves the package. Read it as a file, or move what is shared into the kernel.`
  }
  const goal = placeOf(target)
  if (goal.part === 'edge' && place.part !== 'edge') {
    return `Nothing imports '${target}': it puts the slices together. Move what you need into the kernel or a slice.`
  }
  if (place.part === 'kernel' && goal.part === 'pages') {
    return `The kernel may not know '${target}'. Pages are made of the kernel, not the kernel of pages.`
  }
  if (goal.part !== 'slice') return undefined
  if (place.part === 'kernel' || place.part === 'pages') {
    const who = place.part === 'kernel' ? 'The kernel' : 'What all pages are made of'
    return `${who} may not know the slice '${goal.slice}'. Pass what it needs as an argument.`
  }
  return place.part === 'slice' ? sliceRefusal(path, place, target, goal, isType) : undefined
}

function engineRefusal(path: string, specifier: string, target: string | undefined): string | undefined {
  const forTests = isTest(path) || isFixture(path)
  if (target?.startsWith('engine/src/')) {
    if (forTests || !isFixture(target)) return undefined
    return `'${target}' is there for tests. Move what is needed out of it.`
  }
  if (target !== undefined) {
    return `The engine may not import '${target}': it knows nothing outside engine/src. Pass what it needs as an argument.`
  }
  if (ENGINE_LIBRARIES.includes(specifier)) return undefined
  if (forTests && (ENGINE_TEST_LIBRARIES.includes(specifier) || specifier.startsWith('node:'))) return undefined
  const what = isBuiltin(specifier)
    ? 'it runs in the browser too'
    : `it may use ${ENGINE_LIBRARIES.join(', ')} and no other library`
  return `The engine may not import '${specifier}': ${what}. Pass what it needs as an argument.`
}

function nounLibraryRefusal(path: string, place: InSlice, specifier: string): string | undefined {
  if (place.role !== 'noun' || isTest(path)) return undefined
  return `A noun may not import '${specifier}': it is types and pure functions. Move the work into a verb-noun.ts.`
}

function sliceRefusal(
  path: string,
  place: InSlice,
  target: string,
  goal: InSlice,
  isType: boolean,
): string | undefined {
  const forTests = isTest(path) || isFixture(path)
  if (place.slice === goal.slice) return forTests ? undefined : ownSliceRefusal(place, target, goal)
  if (goal.role === 'table') {
    return `The table of '${goal.slice}' is its own. Call a read or a command of '${goal.slice}' instead of '${target}'.`
  }
  if (SLICES.indexOf(goal.slice) > SLICES.indexOf(place.slice)) {
    return `'${place.slice}' may not know '${goal.slice}', which stands on its right. Let '${goal.slice}' do the calling.`
  }
  if (isTest(path)) return undefined
  if (place.role === 'noun' && goal.role !== 'noun') {
    return `A noun may import only the nouns of slices to its left, not '${target}'.`
  }
  if (goal.role === 'face') return `'${target}' is a route or a page of '${goal.slice}'. Call the command behind it.`
  // What it is given to pass on to its commands, it has to name.
  if (place.role === 'face' && !isType && !target.endsWith('-context.ts')) {
    return `A route or page shows its own slice only. Let a command of '${place.slice}' read '${goal.slice}'.`
  }
  return undefined
}

function ownSliceRefusal(place: InSlice, target: string, goal: InSlice): string | undefined {
  if (place.role === 'noun' && goal.role !== 'noun') {
    return `A noun may not import '${target}': it holds types and pure functions. Let the command call both.`
  }
  if (place.role !== 'face' && goal.role === 'face') {
    return `'${target}' is a route or a page. Move what is needed into a command or a noun.`
  }
  return undefined
}

function impurities(path: string, place: Place, text: string): readonly Finding[] {
  const pure = place.part === 'engine' || (place.part === 'slice' && place.role === 'noun')
  if (!pure || isTest(path) || isFixture(path)) return []
  const { code } = mask(text)
  const who = place.part === 'engine' ? 'The engine' : 'A noun'
  return IMPURE.flatMap(({ pattern, name, instead }) =>
    [...code.matchAll(pattern)].map((found) => ({
      file: path,
      line: lineAt(text, found.index),
      sentence: `${who} may not use ${name}: the same facts must give the same figure everywhere. Instead, ${instead}.`,
    })),
  )
}
