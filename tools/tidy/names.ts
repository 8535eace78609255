/** Names and sizes: a name says what a file is for, and a file can be read in one sitting. */
import type { Finding, Tree } from './tree.ts'

export const LONGEST_FILE = 500

/** A name that fits everything says nothing. */
const BANNED_WORDS = 'util utils helper helpers common misc manager managers service services'.split(' ')

const SOURCE_FOLDER = /^(?:engine|app|tools|bench|policy|docs|examples)\//
const SIZED = /\.(?:tsx?|sql|css)$/
const NAMED = /\.(?:tsx?|mjs|js|sql|css|ya?ml|md)$/
const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const CODE = /\.(?:tsx?|[cm]?js|sql|py|sh)$/
const CONVENTIONAL: readonly string[] = ['README.md']

export function checkNames(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([path, text]) => [...sizeFindings(path, text), ...nameFindings(path)])
}

function sizeFindings(path: string, text: string): readonly Finding[] {
  if (!SIZED.test(path)) return []
  const lines = text.replace(/\n$/, '').split('\n').length
  if (lines <= LONGEST_FILE) return []
  const sentence = `This file has ${lines} lines; ${LONGEST_FILE} is the most. Split it along what it does.`
  return [{ file: path, line: LONGEST_FILE + 1, sentence }]
}

function nameFindings(path: string): readonly Finding[] {
  if (!SOURCE_FOLDER.test(path) || !NAMED.test(path)) return []
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  if (CONVENTIONAL.includes(name)) return []
  const sentences: string[] = []
  if (/^index\.[a-z]+$/.test(name))
    sentences.push('An index file hides where things are. Import each file by its own name.')
  const words = parts.flatMap((part) => part.toLowerCase().split(/[._-]/)).filter((word) => BANNED_WORDS.includes(word))
  for (const word of words)
    sentences.push(`'${word}' fits everything and says nothing. Name the file after what it is or does.`)
  const crooked = parts.find((part) => part.split('.').some((word) => !KEBAB_CASE.test(word)))
  if (crooked !== undefined)
    sentences.push(`'${crooked}' is not in kebab-case. Use lower-case words with hyphens between them.`)
  return sentences.map((sentence) => ({ file: path, line: 1, sentence }))
}

/** The law is data: a policy folder holds files that a lawyer can read, and no code. */
export function checkPolicyFolder(tree: Tree): readonly Finding[] {
  const code = [...tree.keys()].filter((path) => path.startsWith('policy/') && CODE.test(path))
  return code.map((file) => ({
    file,
    line: 1,
    sentence: 'policy/ holds the law as data. Move code to engine/, app/ or tools/.',
  }))
}
