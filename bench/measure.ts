/**
 * Measures contenders in turns. A round gives each one its turn, in an order that moves on with every round, so that
 * whatever else the machine does falls on all alike. A turn is counted in CPU time of the whole process, threads of native
 * engines and of the garbage collector included, since waiting for a busy machine is nobody's cost.
 */
export interface Contender {
  readonly name: string
  /** Goes through the work once. */
  run(): void | Promise<void>
}

export interface Measured {
  readonly name: string
  /** CPU seconds of going through the work once, for each round. */
  readonly seconds: readonly number[]
}

export interface Plan {
  readonly rounds: number
  /** CPU seconds that each contender warms up for, and that each turn lasts at least. */
  readonly warmUp: number
  readonly turn: number
}

export async function measure(contenders: readonly Contender[], plan: Plan): Promise<readonly Measured[]> {
  for (const contender of contenders) await turn(contender, plan.warmUp)
  const seconds: readonly number[][] = contenders.map(() => [])
  for (let round = 0; round < plan.rounds; round += 1) {
    for (let place = 0; place < contenders.length; place += 1) {
      const index = (place + round) % contenders.length
      seconds[index]?.push(await turn(contenders[index] as Contender, plan.turn))
    }
  }
  return contenders.map(({ name }, index) => ({ name, seconds: seconds[index] ?? [] }))
}

/** CPU seconds of one passage, from as many as fill the time. */
async function turn(contender: Contender, least: number): Promise<number> {
  const begin = cpuSeconds()
  let passages = 0
  let spent = 0
  while (spent < least) {
    const running = contender.run()
    if (running !== undefined) await running
    passages += 1
    spent = cpuSeconds() - begin
  }
  return spent / passages
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** How many times as fast `fast` was as `slow`: the median of the rounds' own ratios. */
export function ratio(fast: Measured, slow: Measured): number {
  return median(fast.seconds.map((seconds, round) => (slow.seconds[round] ?? Number.NaN) / seconds))
}

/** Holds on to the last result, so that no compiler drops the work that made it. */
export interface Sink {
  readonly last: unknown
  keep(result: unknown): void
}

export function newSink(): Sink {
  const sink = {
    last: undefined as unknown,
    keep: (result: unknown) => {
      sink.last = result
    },
  }
  return sink
}
