/** Counts and times for whoever runs the service, on a port that only this machine reaches. */
import { createServer } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { listening } from './listening.ts'

export interface Metrics {
  readonly observe: (method: string, route: string, status: number, seconds: number) => void
  /** A count for each value of a label, asked for each time the metrics are read. */
  readonly count: (name: string, help: string, label: string, read: () => Promise<Counts>) => void
  readonly text: () => Promise<string>
}

type Counts = Readonly<Record<string, number>>

/** `parts` are asked each time the metrics are read: 1 while a part of the service is well, 0 otherwise. */
export function openMetrics(parts: Readonly<Record<string, () => boolean>>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'maqami_request_seconds',
    help: 'Time from a request to its answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const gauge = new Gauge({
    name: 'maqami_part_well',
    help: '1 while a part of the service is well',
    labelNames: ['part'],
    registers: [registry],
    collect: () => {
      for (const [part, isWell] of Object.entries(parts)) gauge.set({ part }, isWell() ? 1 : 0)
    },
  })
  return {
    observe: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    count: (name, help, label, read) => {
      const counted = new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [registry],
        collect: async () => {
          const counts = await read()
          counted.reset()
          for (const [value, count] of Object.entries(counts)) counted.set({ [label]: value }, count)
        },
      })
    },
    text: async () => await registry.metrics(),
  }
}

/** Gives the port, and what closes it. */
export async function serveMetrics(metrics: Metrics, port: number) {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.unref()
  const actual = await listening(server, '127.0.0.1', port, 'MAQAMI_METRICS_PORT')
  return {
    port: actual,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}
