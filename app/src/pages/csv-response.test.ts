import { expect, test } from 'vitest'
import { csvResponse } from './csv-response.ts'

test('cells with commas, quotes and line ends are quoted, and none begins a formula', async () => {
  const rows = [
    ['plain', 'a,b', 'say "no"', 'two\nlines'],
    ['=1+1', '+1', '-1', '@x', '\tx'],
  ]
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csvResponse('x', rows).arrayBuffer())
  expect(text).toBe('\ufeffplain,"a,b","say ""no""","two\nlines"\r\n\'=1+1,\'+1,\'-1,\'@x,\'\tx\r\n')
})
