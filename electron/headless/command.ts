/** What a command of the command line is, and the two ways it may fail. */
import { parseArgs } from 'node:util'
import type { Language } from '#shared/model/text.ts'
import { cliText } from '#shared/text/cli.ts'
import { say } from '#shared/text/messages.ts'

export type Say = (key: keyof typeof cliText, values?: Readonly<Record<string, string | number>>) => string
export type Out = { readonly print: (line: string) => void; readonly tell: (line: string) => void }

export type OptionSpec = {
  readonly text: keyof typeof cliText
  readonly value?: string
  readonly needed?: boolean
  readonly values?: Readonly<Record<string, string>>
}
export type Given = { readonly text: (name: string) => string; readonly has: (name: string) => boolean }

export type Command = {
  readonly text: keyof typeof cliText
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Resolves with the exit code. */
  run(given: Given, out: Out, say: Say): Promise<number>
}

/** Wrong use: exit 2. */
export class WrongUse extends Error {}
/** It could not be done: exit 1. The message is for a person. */
export class Failed extends Error {}

export const sayIn =
  (language: Language): Say =>
  (key, values) =>
    say(cliText[key], language, values)

/** Reads the options of a command. Throws WrongUse with a sentence for anything that does not fit. */
export function readOptions(command: Command, argv: readonly string[], say: Say): Given {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: helpOption }).map(([name, spec]) => [
      name,
      { type: spec.value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  let values: Readonly<Record<string, unknown>>
  try {
    values = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values
  } catch (why) {
    throw new WrongUse(say('optionUnknown', { detail: why instanceof Error ? (why.message.split('.')[0] ?? '') : '' }))
  }
  const has = (name: string) => values[name] !== undefined
  if (!has('help')) {
    for (const [name, spec] of Object.entries(command.options))
      if (spec.needed === true && !has(name)) throw new WrongUse(say('optionMissing', { name }))
  }
  return { has, text: (name) => (typeof values[name] === 'string' ? values[name] : '') }
}

export const helpOption: OptionSpec = { text: 'optHelp' }

export function helpOf(name: string, command: Command, say: Say): string {
  const rows = Object.entries({ ...command.options, help: helpOption }).map(([option, spec]) => [
    `  --${option}${spec.value === undefined ? '' : ` ${spec.value}`}`,
    say(spec.text, spec.values),
  ])
  const call = Object.entries(command.options).map(([option, spec]) => {
    const one = `--${option}${spec.value === undefined ? '' : ` ${spec.value}`}`
    return spec.needed === true ? one : `[${one}]`
  })
  return [`${say('usage')}: labinov ${name} ${call.join(' ')}`, '', say(command.text), '', `${say('options')}:`, columns(rows)].join('\n')
}

export function columns(rows: readonly (readonly (string | undefined)[])[]): string {
  const width = Math.max(...rows.map(([first]) => first?.length ?? 0)) + 2
  return rows.map(([first = '', second = '']) => `${first.padEnd(width)}${second}`).join('\n')
}
