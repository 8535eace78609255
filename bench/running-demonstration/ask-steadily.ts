/** Asks an address again and again over connections that stay open. */
import { Agent, request } from 'node:http'

export interface Asked {
  readonly requests: number
  readonly seconds: number
  /** Milliseconds, sorted. */
  readonly latencies: readonly number[]
}

const CONNECTIONS = 10

/** With a body it is posted, another each time. */
export async function askSteadily(
  address: string,
  key: string,
  seconds: number,
  bodyOf?: () => string,
): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const latencies: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1000
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const asked = performance.now()
      await answered(address, key, agent, bodyOf?.())
      latencies.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  agent.destroy()
  return {
    requests: latencies.length,
    seconds: (performance.now() - begin) / 1000,
    latencies: latencies.toSorted((a, b) => a - b),
  }
}

/** Settled when the whole answer is there. */
async function answered(address: string, key: string, agent: Agent, body: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    }
    const asked = request(address, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`))
      answer.resume()
      answer.once('end', resolve)
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

/** The latency that only one request in so many exceeds. */
export function slowestBut(latencies: readonly number[], onceIn: number): number {
  return latencies[Math.max(0, Math.ceil(latencies.length * (1 - 1 / onceIn)) - 1)] ?? Number.NaN
}
