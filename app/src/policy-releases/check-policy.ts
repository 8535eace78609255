/** `policy check`: everything that can be found wrong in a programme's files without any firm's facts. */
import type { Command } from '../kernel/command.ts'
import { print } from '../kernel/command.ts'
import { positional, readOptions } from '../kernel/options.ts'
import { draftsOf, loadRelease } from './load-release.ts'

export const checkPolicy: Command = {
  name: 'policy check',
  usage: 'DIR',
  summary: 'Check the files of a programme and its drafts, down to boundaries that no example tries',
  run: async (args) => {
    const options = readOptions(args, [])
    const folder = positional(options, 0, 'DIR')
    const release = await loadRelease(folder)
    for (const draft of draftsOf(release.files)) await loadRelease(folder, draft)
    print('loads')
    return 0
  },
}
