import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEED } from '../lamps-fixture.ts'
import { formatProblem } from './problem.ts'
import { LARGEST_FILE, type Node, placeWithin, readYaml, type TextNode } from './yaml.ts'

function plain(node: Node): unknown {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'list':
      return node.items.map(plain)
    case 'map':
      return new Map(node.entries.map((entry) => [entry.key, plain(entry.value)]))
  }
}

function read(text: string): unknown {
  const result = readYaml('a.yaml', text)
  return result.ok ? plain(result.node) : result.problems.map(formatProblem).join('\n')
}

describe('every scalar is a text', () => {
  it.each([
    'on',
    'no',
    'yes',
    'true',
    'null',
    '~',
    '1.10',
    '010',
    '0x10',
    '1e3',
    '.inf',
    '.nan',
    '2027-06-30',
    '12:30:45',
    '1_000',
    '=',
    'Infinity',
    '10%',
  ])('%s stays %s', (text) => {
    expect(read(`a: ${text}`)).toEqual(new Map([['a', text]]))
    expect(read(`- ${text}`)).toEqual([text])
    expect(read(`${text}: a`)).toEqual(new Map([[text, 'a']]))
  })

  it('an empty value is an empty text, and an empty file an empty mapping', () => {
    expect(read('a:')).toEqual(new Map([['a', '']]))
    expect(read('')).toEqual(new Map())
    expect(read('# only a remark\n')).toEqual(new Map())
  })

  it('names that programs hold dear are names like any other', () => {
    expect(read('__proto__: 1\nconstructor: 2\ntoString: 3')).toEqual(
      new Map([
        ['__proto__', '1'],
        ['constructor', '2'],
        ['toString', '3'],
      ]),
    )
  })
})

describe('what makes YAML surprising is refused, at its place', () => {
  it.each([
    ['a: 1\nb: 2\na: 3', "a.yaml:3:1: The name 'a' stands twice in the same place."],
    ['x: { a: 1, a: 2 }', "a.yaml:1:12: The name 'a' stands twice"],
    ["a: 1\n'a': 2", "a.yaml:2:1: The name 'a' stands twice"],
    ['__proto__: 1\n__proto__: 2', "a.yaml:2:1: The name '__proto__' stands twice"],
    ['a: &x 1\nb: 2', 'a.yaml:1:7: Anchors'],
    ['a: &x [1]', 'a.yaml:1:7: Anchors'],
    ['&x a: 1', 'a.yaml:1:4: Anchors'],
    ['a: 1\nb: *a', 'a.yaml:2:4: References'],
    ['*a : 1', 'a.yaml:1:1: A key must be a plain text.'],
    ['a:\n  <<: { b: 1 }', 'a.yaml:2:3: Merges'],
    ['a: !!str 1', 'a.yaml:1:10: Tags'],
    ['a: !money 1', 'a.yaml:1:4: Tags'],
    ['a: !<tag:yaml.org,2002:int> 1', 'Tags'],
    ['!!map { a: 1 }', 'Tags'],
    ['!!str a: 1', 'a.yaml:1:7: Tags'],
    ['a: 1\n---\nb: 2', 'a.yaml:2:1: A file holds one document. Remove the line `---`.'],
    ['a: 1\n...\nb: 2', 'A file holds one document.'],
    ['? [a]\n: 1', 'a.yaml:1:3: A key must be a plain text.'],
    ['? { a: 1 }\n: 1', 'A key must be a plain text.'],
    ['a: [1', 'a.yaml:1:6: This is not valid YAML: A bracket that was opened before is not closed.'],
    ['a: { b: 1', 'A bracket that was opened before is not closed.'],
    ['[1, 2', 'A bracket that was opened before is not closed.'],
    ['a: "1', 'A quote that was opened before is not closed.'],
    [
      'a: 1\n b: 2',
      'a.yaml:1:4: This is not valid YAML: Two colons stand in this line, or the next one is indented too far.',
    ],
    ['a: b: c', 'Two colons stand in this line'],
    ['\ta: 1', 'a.yaml:1:1: This is not valid YAML: A tab stands here. Indent with spaces'],
    ['a:\n  b: 1\n\tc: 2', 'A tab stands here.'],
    ['a:\n   b: 1\n  c: 2', 'a.yaml:3:1: This is not valid YAML: This line is not indented like those beside it.'],
    [
      'a: 1\nfoo\nb: 2',
      "a.yaml:2:1: This is not valid YAML: Here a name with a colon and a space is expected ('name: value')",
    ],
    ['a: 1\nfoo', 'Here a name with a colon and a space is expected'],
    ['a: { b: 1 c: 2 }', 'A comma is missing in brackets'],
    ['a: @b', 'A text cannot begin with this character. Put the whole text in quotes.'],
    ['a: "x" y', 'Nothing more is expected here.'],
    ['a: - b', 'A list begins on the line below its name'],
    ['a: ]', 'A bracket is closed here that was not opened.'],
    ['a: [1,, 2]', 'There is a comma too many.'],
    ['a: "\\q"', 'Use single quotes.'],
    ['a: >x\n b', "Behind '|' or '>' the line ends"],
    ['a: "\\ud800"', 'a.yaml:1:4: This text holds half of a character'],
    ['"\\udc00": 1', 'a.yaml:1:1: This text holds half of a character'],
  ])('%j', (text, problem) => {
    expect(read(text)).toContain(problem)
  })

  it('a file above 1 MB, and nesting that no law needs', () => {
    expect(read(`a: ${'x'.repeat(LARGEST_FILE)}`)).toContain('larger than 1 MB')
    expect(read('['.repeat(40) + ']'.repeat(40))).toContain('Nested too deeply')
    expect(read('['.repeat(30) + ']'.repeat(30))).toBeInstanceOf(Array)
    for (const opening of ['[', '{a: ', '- ', '? ']) expect(read(opening.repeat(20_000))).toContain('Nested too deeply')
  })

  it('a sentence stays a sentence, however long the word that it complains of', () => {
    expect(String(read(`a: |${'x'.repeat(50_000)}`)).length).toBeLessThan(300)
    expect(String(read(`${'a'.repeat(900)}: 1\n${'a'.repeat(900)}: 2`)).length).toBeLessThan(300)
  })

  it('a mapping of tens of thousands of names is read name by name, and not each against all before it', () => {
    const names = Array.from({ length: 22_000 }, (_, index) => `k${index}: 1`)
    expect(read(names.join('\n'))).toHaveProperty('size', 22_000)
    expect(read([...names, 'k0: 2'].join('\n'))).toContain("a.yaml:22001:1: The name 'k0' stands twice")
  })
})

describe('the place of a word inside a text', () => {
  function place(text: string, word: string): string {
    const result = readYaml('a.yaml', text)
    if (!result.ok || result.node.kind !== 'map') throw new Error(text)
    const node = result.node.entries[0]?.value as TextNode
    const { line, column } = placeWithin(node, node.text.trim().indexOf(word))
    return `${line}:${column}`
  }

  it.each([
    ['a: one and two', 'two', '1:12'],
    ["a: 'one and two'", 'one', '1:5'],
    ["a: 'one and two'", 'two', '1:13'],
    ['a: "one and two"', 'two', '1:13'],
    ['a: >-\n  one and\n  two', 'one', '2:3'],
    ['a: >-\n  one and\n  two', 'two', '3:3'],
    ['a: |\n  one\n    two', 'two', '3:5'],
    ['a: one\n  and   two', 'two', '2:9'],
    ['a: >- # why\n  one and two', 'two', '2:11'],
    ['a: one   two', 'two', '1:10'],
    ['a:    one', 'one', '1:7'],
  ])('%j: %s stands at %s', (text, word, expected) => {
    expect(place(text, word)).toBe(expected)
  })

  it('where the text is escaped, the place is that of the whole', () => {
    expect(place("a: 'it''s two'", 'two')).toBe('1:4')
    expect(place('a: "one\\u0020two"', 'two')).toBe('1:4')
  })
})

describe(`any text (seed ${SEED})`, () => {
  function survives(text: string): void {
    const result = readYaml('a.yaml', text)
    if (result.ok) return
    const lines = text.split('\n')
    for (const { line, column, sentence } of result.problems) {
      expect(sentence).not.toBe('')
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(lines.length)
      expect(column).toBeGreaterThanOrEqual(1)
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
    }
  }

  it('is read or refused at a place inside it', () => {
    assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), survives), { seed: SEED, numRuns: 2000 })
  })

  it('of YAML’s own marks too', () => {
    const marks = [
      'a',
      'b',
      ': ',
      ':',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '\n',
      '\n  ',
      '\n    ',
      '"',
      "'",
      '|',
      '>',
      '>-\n',
      '&x ',
      '*x',
      '!t ',
      '!!str ',
      '<<',
      '#',
      ' # ',
      '---\n',
      '...\n',
      '%YAML 1.2\n',
      '\t',
      '\r\n',
      '\\',
      '~',
      '\ufeff',
      '\u0085',
      '\u2028',
    ]
    assert(
      fc.property(fc.array(fc.constantFrom(...marks), { maxLength: 30 }), (parts) => survives(parts.join(''))),
      { seed: SEED, numRuns: 5000 },
    )
  })

  it('of bytes that are no text, as a decoder hands them on', () => {
    assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => survives(new TextDecoder().decode(bytes))),
      { seed: SEED, numRuns: 1000 },
    )
  })
})
