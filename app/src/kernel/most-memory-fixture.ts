/** The most memory that this process has taken, in megabytes, for the tests of the limits. */
import { readFileSync } from 'node:fs'

/** On Linux the usage of a child begins with that of its parent, so the high-water mark of the process itself is taken. */
export function mostMemory(): number {
  const kilobytes =
    process.platform === 'linux'
      ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
      : process.resourceUsage().maxRSS
  return Math.round(kilobytes / 1024)
}
