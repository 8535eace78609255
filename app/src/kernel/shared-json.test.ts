import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSharedJson, type SharedJson } from './shared-json.ts'

let path = ''
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'maqami-json-')), 'some.json')
})
afterAll(() => {
  rmSync(join(path, '..'), { recursive: true })
})

function read(content: string | Uint8Array, mostParts = 100_000): SharedJson {
  writeFileSync(path, content)
  return readSharedJson(path, mostParts)
}

describe('JSON that is read piece by piece', () => {
  it.each([
    ['null'],
    [' [ ] '],
    ['{"a":{},"b":[1,-2.5e3,true,false,null,""]}'],
    ['{"a":1,"a":2,"constructor":3,"":4}'],
    [String.raw`["\"\\\/\b\f\n\r\t\u0645\ud83d\ude00", "مقامی 😀"]`],
    ['[1,[2,[3,[4]]],{"x":{"y":[{"z":"w"}]}}]\n'],
  ])('is what JSON.parse makes of %s', (text) => {
    expect(read(text)).toEqual({ ok: true, data: JSON.parse(text) as unknown })
  })

  it('is the same wherever a piece of 64 KB ends: in a text, an escape, a letter of several bytes, a number or a word', () => {
    const parts = ['"plain"', String.raw`"\u0645\n"`, '"مقامی😀"', '-123.5e-2', 'false', '{"name":[null]}']
    for (let before = 0; before < 12; before += 1) {
      const text = `[${' '.repeat(64 * 1024 - 40 - before)}${[...parts, ...parts, ...parts].join(',')}]`
      expect(read(text)).toEqual({ ok: true, data: JSON.parse(text) as unknown })
    }
  })

  it('holds equal parts once', () => {
    const line = '{"label":{"en":"Part","ur":"پرزہ"},"said":["a text of some length"]}'
    const { data } = read(`[${line},${line}]`) as { data: readonly object[] }
    expect(data[0]).toBe(data[1])
  })

  it('counts what differs, and stops at the bound', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `{"n":${index}}`).join(',')
    // The list, a hundred mappings, and a hundred numbers.
    expect(read(`[${lines}]`, 201).ok).toBe(true)
    expect(read(`[${lines}]`, 200)).toEqual({ ok: false, fault: 'too many parts' })
    expect(read(`[${'{"n":[1,2,3]},'.repeat(50)}0]`, 60).ok).toBe(true)
  })

  it.each([
    [''],
    ['{'],
    ['[1,]'],
    ['[1 2]'],
    ['{"a"}'],
    ['{a:1}'],
    ['{"a":1,}'],
    ['01'],
    ['1.'],
    ['+1'],
    ['nul'],
    ['NaN'],
    ['"a'],
    ['"a\nb"'],
    [String.raw`"\x41"`],
    [String.raw`"\u12"`],
    ['[] []'],
    ['[]]'],
    ['{"__proto__":{"polluted":true}}'],
    ['['.repeat(100_000)],
  ])('is refused where it is none: %j', (text) => {
    expect(read(text)).toEqual({ ok: false, fault: 'not JSON' })
  })

  it('is refused where it is not UTF-8', () => {
    expect(read(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, fault: 'not UTF-8' })
    expect(read(Uint8Array.of(0x22, 0xd9))).toEqual({ ok: false, fault: 'not UTF-8' })
  })
})
