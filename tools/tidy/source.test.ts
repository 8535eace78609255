import { expect, test } from 'vitest'
import { importsOf, locationsOf, mask } from './source.ts'

function specifiers(text: string): readonly string[] {
  return importsOf(text).map((found) => found.specifier)
}

test('every way of importing is seen, with its line', () => {
  const text = [
    "import { a } from './a.ts'",
    'import {',
    '  b,',
    "} from './b.ts'",
    "import './c.ts'",
    "export { d } from './d.ts'",
    "import type { E } from './e.ts'",
    "const f = await import('./f.ts')",
    'import g from "./g.ts"',
  ].join('\n')
  expect(importsOf(text)).toEqual([
    { specifier: './a.ts', isType: false, line: 1 },
    { specifier: './b.ts', isType: false, line: 4 },
    { specifier: './c.ts', isType: false, line: 5 },
    { specifier: './d.ts', isType: false, line: 6 },
    { specifier: './e.ts', isType: true, line: 7 },
    { specifier: './f.ts', isType: false, line: 8 },
    { specifier: './g.ts', isType: false, line: 9 },
  ])
})

test('an import in a comment, a string or a template is none', () => {
  expect(specifiers("// import { a } from './a.ts'\n/* import './b.ts' */")).toEqual([])
  expect(specifiers('const text = "import { a } from \'./a.ts\'"')).toEqual([])
  expect(specifiers("const text = `import './a.ts'`")).toEqual([])
})

test('an import after a regular expression with a quote in it is still seen', () => {
  expect(specifiers("const quote = /['\"]/\nimport { a } from './a.ts'")).toEqual(['./a.ts'])
  expect(specifiers("const half = (a + b) / 2 // it's\nimport { a } from './a.ts'")).toEqual(['./a.ts'])
})

test('an import after an apostrophe in JSX text is still seen', () => {
  expect(specifiers("const page = <p>don't</p>\nconst a = await import('./a.ts')")).toEqual(['./a.ts'])
})

test('code inside a substitution is code, the text around it is not', () => {
  const { code } = mask('const line = `Date ${Date.now()} and ${ { a: `${Math.random()}` }.a } Date`; const end = 1')
  expect(code.match(/Date/g)).toHaveLength(1)
  expect(code).toContain('Math.random()')
  expect(code).toContain('const end = 1')
})

test('masking keeps every position', () => {
  const text = "const a = 'x' // y\nconst b = /z/g.test(`${a}\n`)\n"
  const { code, uncommented } = mask(text)
  expect(code).toHaveLength(text.length)
  expect(uncommented).toHaveLength(text.length)
  expect(code.split('\n')).toHaveLength(text.split('\n').length)
  expect(code).not.toMatch(/[xyz]/)
  expect(uncommented).toContain("'x'")
})

test('a file started by its location is named', () => {
  expect(locationsOf("new Worker(new URL('./rows-worker.ts', import.meta.url))")).toEqual([
    { specifier: './rows-worker.ts', isType: false, line: 1 },
  ])
})
