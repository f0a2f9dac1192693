/** One way of holding a lab for each door; the suite runs over all of them. */
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { LabOptions } from '#core/lab/lab.ts'
import { serveOverPort } from '#core/lab/over-port.ts'
import type { Contract, Reach } from '#shared/api/contract.ts'
import { openPort, rpcPort } from '#shared/api/port.ts'
import { apiChannel, splitPort } from '#shared/api/port-split.ts'
import { makeLab, makeServed } from '#test/makers/open-lab.ts'

export type Client = ContractRouterClient<Contract>
export type Carrier = {
  readonly name: string
  /** @param over the folder, the desk or whatever else of the lab a test needs to be different */
  open(reach: Reach, over?: Partial<LabOptions>): Promise<Client>
}

const direct: Carrier = {
  name: 'a direct call',
  async open(reach, over) {
    const lab = await makeLab(over)
    // The direct client hands typed refusals over as they are; its type only differs in how it words them.
    return createRouterClient(lab.router, { context: { reach, door: 'browser' } }) as unknown as Client
  },
}

const port: Carrier = {
  name: 'a message port',
  async open(reach, over) {
    const lab = await makeLab(over)
    const { port1, port2 } = new MessageChannel()
    serveOverPort(lab, openPort(port1), { reach, door: 'window' })
    const split = splitPort(openPort(port2))
    onTestFinished(() => split.close())
    return createORPCClient(new PortLink({ port: rpcPort(split.channel(apiChannel)) }))
  },
}

const http: Carrier = {
  name: 'HTTP',
  async open(reach, over) {
    const served = await makeServed(over)
    const key = reach === 'host' ? (new URL(served.url).searchParams.get('key') ?? '') : served.issueKey(reach)
    return createORPCClient(new FetchLink({ url: `${served.origin}/api`, headers: { authorization: `Bearer ${key}` } }))
  },
}

export const carriers: readonly Carrier[] = [direct, port, http]
