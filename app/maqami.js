#!/usr/bin/env node
// Plain JavaScript that any Node can read: an older one stops at the first line of TypeScript, with a trace that helps nobody.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Maqami needs Node 24, and this is Node ${process.versions.node}: call 'npx maqami' in the folder of the project, where 'npm ci' has put that Node.`,
  )
  process.exitCode = 1
} else void import('./src/main.ts')
