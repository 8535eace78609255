/** `hash`: the name of a release, which every determination and every draft cites. */
import { type Command, print } from '../kernel/command.ts'
import { positional, readOptions, single } from '../kernel/options.ts'
import { loadRelease } from './load-release.ts'

export const hashPolicy: Command = {
  name: 'hash',
  usage: 'DIR [--draft NAME]',
  summary: "Print the canonical hash of a programme's law",
  run: async (args) => {
    const options = readOptions(args, ['draft'])
    const draft = single(options, 'draft')
    const release = await loadRelease(positional(options, 'DIR'), draft)
    print(release.hash)
    return 0
  },
}
