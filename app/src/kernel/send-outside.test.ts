import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listening } from './listening.ts'
import { isReachable, postOutside } from './send-outside.ts'

let asked = 0
const server = createServer((request, response) => {
  asked += 1
  if (request.url === '/elsewhere') response.writeHead(302, { location: '/' }).end()
  else response.writeHead(200).end('x'.repeat(5000))
})
let port = 0
beforeAll(async () => {
  port = await listening(server, '127.0.0.1', 0, 'none')
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

test('only networks that are public are reached', () => {
  const closed4 = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254']
  const special4 = ['100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1']
  const closed6 = ['::1', '::', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1']
  const holding4 = ['2002:7f00:1::', '64:ff9b::7f00:1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1']
  const closed = [...closed4, ...special4, ...closed6, ...holding4, 'no address']
  expect(closed.filter((ip) => isReachable(ip, []))).toEqual([])
  const open = ['8.8.8.8', '172.32.0.1', '172.15.255.255', '11.0.0.0', '2606:4700:4700::1111', '2a00:1450::1']
  expect(open.filter((ip) => !isReachable(ip, []))).toEqual([])
  expect(isReachable('10.1.2.3', ['10.1.0.0/16'])).toBe(true)
  expect(isReachable('10.2.2.3', ['10.1.0.0/16'])).toBe(false)
  expect(isReachable('::1', ['::1'])).toBe(true)
})

test('what leads to this machine is refused before anything is sent, however it is written', async () => {
  const before = asked
  const written = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '127.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']
  for (const host of written) {
    const answer = await postOutside(`http://${host}:${port}/`, {}, '{}', [])
    expect([host, answer]).toEqual([
      host,
      { status: null, said: expect.stringContaining('leads to a network that is not public') as string },
    ])
  }
  expect(asked).toBe(before)
})

test('an operator may allow a network of his own, where plain http will do; elsewhere it will not', async () => {
  const { status, said } = await postOutside(`http://127.0.0.1:${port}/`, {}, '{}', ['127.0.0.0/8'])
  // The first bytes of the answer only.
  expect([status, said.length]).toEqual([200, 1024])
  expect(await postOutside('http://8.8.8.8/', {}, '{}', ['127.0.0.0/8'])).toEqual({
    status: null,
    said: 'only https is used outside the networks of the operator',
  })
})

test('a redirection is an answer, and is not followed', async () => {
  const before = asked
  expect(await postOutside(`http://127.0.0.1:${port}/elsewhere`, {}, '{}', ['127.0.0.1'])).toMatchObject({
    status: 302,
  })
  expect(asked).toBe(before + 1)
})

test('who does not answer is said so', async () => {
  expect(await postOutside('http://127.0.0.1:1/', {}, '{}', ['127.0.0.1'])).toEqual({
    status: null,
    said: expect.stringContaining('ECONNREFUSED') as string,
  })
})
