/** HiGHS, a solver of linear programmes, in WebAssembly. */
import loader from 'highs'
import type { Solver } from './interval.ts'

/** Its types are written for another way of importing it. */
const load = loader as unknown as typeof loader.default

export async function openSolver(): Promise<Solver> {
  const highs = await load()
  return (problem) => {
    const solved = highs.solve(problem, { output_flag: false })
    if (solved.Status === 'Optimal') return { optimum: solved.ObjectiveValue }
    if (solved.Status === 'Unbounded' || solved.Status === 'Primal infeasible or unbounded') return 'unbounded'
    throw new Error(`the solver says '${solved.Status}' of cells that are as they are`)
  }
}
