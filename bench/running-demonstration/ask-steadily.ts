/** Asks an address again and again over connections that stay open. */
import { Agent, get } from 'node:http'

export interface Asked {
  readonly requests: number
  readonly seconds: number
  /** Milliseconds, sorted. */
  readonly latencies: readonly number[]
}

const CONNECTIONS = 10

export async function askSteadily(address: string, key: string, seconds: number): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const latencies: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1000
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const asked = performance.now()
      await answered(address, key, agent)
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
async function answered(address: string, key: string, agent: Agent): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    get(address, { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`))
      answer.resume()
      answer.once('end', resolve)
    }).once('error', reject)
  })
}

/** The latency that only one request in so many exceeds. */
export function slowestBut(latencies: readonly number[], onceIn: number): number {
  return latencies[Math.max(0, Math.ceil(latencies.length * (1 - 1 / onceIn)) - 1)] ?? Number.NaN
}
