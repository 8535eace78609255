import { expect, test } from 'vitest'
import { completeLockfile } from './complete-lockfile.ts'

const ROOT = { '': {} }

test('a binary that the mirror left out is added with its platform', () => {
  const packages = {
    ...ROOT,
    'node_modules/lint': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: {
        '@lint/linux-x64': '1.2.3',
        '@lint/darwin-arm64': '1.2.3',
        '@lint/linux-x64-musl': '1.2.3',
      },
    },
    'node_modules/@lint/linux-x64': { version: '1.2.3', os: ['linux'], cpu: ['x64'], optional: true },
  }
  const complete = completeLockfile(packages)
  expect(complete['node_modules/@lint/darwin-arm64']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['darwin'],
  })
  expect(complete['node_modules/@lint/linux-x64-musl']).toMatchObject({ libc: ['musl'], os: ['linux'], cpu: ['x64'] })
  expect(complete['node_modules/@lint/linux-x64']).toBe(packages['node_modules/@lint/linux-x64'])
  expect(Object.keys(complete)).toEqual(Object.keys(complete).toSorted())
})

test('the one that runs wherever nothing else does has no operating system', () => {
  const parent = { version: '0.54.0', optionalDependencies: { '@rules/engine-wasm32-wasi': '0.54.0' } }
  // As npm itself locks it.
  expect(completeLockfile({ ...ROOT, 'node_modules/rules': parent })['node_modules/@rules/engine-wasm32-wasi']).toEqual(
    {
      version: '0.54.0',
      cpu: ['wasm32'],
      optional: true,
    },
  )
})

test('a complete lockfile stays as it is', () => {
  const packages = {
    ...ROOT,
    'node_modules/lint': { optionalDependencies: { '@lint/darwin-x64': '1.2.3' } },
    'node_modules/lint/node_modules/@lint/darwin-x64': { version: '1.2.3' },
  }
  expect(completeLockfile(packages)).toEqual(packages)
})

test('a range, or a name without a platform, is left to npm', () => {
  const packages = {
    ...ROOT,
    'node_modules/a': { optionalDependencies: { 'b-darwin-x64': '^1.0.0', fsevents: '2.3.3' } },
  }
  expect(completeLockfile(packages)).toEqual(packages)
})
