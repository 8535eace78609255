import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { WrongInput } from './command.ts'

/** Listens, and gives the port. `setting` is the one to change when the port is not to be had. */
export async function listening(server: Server, host: string, port: number, setting: string): Promise<number> {
  server.listen({ host, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw portRefused(error, host, port, setting)
  }
  return (server.address() as AddressInfo).port
}

function portRefused(error: unknown, host: string, port: number, setting: string): Error {
  const { code = '' } = error as NodeJS.ErrnoException
  const reason: Readonly<Record<string, string>> = {
    EADDRINUSE: 'another program listens there',
    EACCES: 'this user may not listen there',
    EADDRNOTAVAIL: 'this machine does not have that address',
  }
  const why = reason[code]
  if (why === undefined) return error instanceof Error ? error : new Error(String(error))
  return new WrongInput([`Port ${port} on ${host} cannot be had: ${why}. Stop it, or set ${setting} to another.`])
}
