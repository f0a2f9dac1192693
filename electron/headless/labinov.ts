/** `npm run --silent labinov -- COMMAND`. Results go to standard output, everything else to standard error; never a stack. */
import { ORPCError } from '@orpc/server'
import { FaultError } from '#shared/model/faults.ts'
import type { Language } from '#shared/model/text.ts'
import { faultSentence } from '#shared/text/fault-sentence.ts'
import { columns, Failed, helpOf, readOptions, type Say, sayIn, WrongUse } from './command.ts'
import { commands } from './commands.ts'

const language: Language = /^en/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '') ? 'en' : 'id'
const say = sayIn(language)
const out = {
  print: (line: string) => process.stdout.write(`${line}\n`),
  tell: (line: string) => process.stderr.write(`${line}\n`),
}

const overview = (): string =>
  [
    say('about'),
    '',
    `${say('usage')}: npm run --silent labinov -- COMMAND`,
    '',
    `${say('commands')}:`,
    columns(Object.entries(commands).map(([name, command]) => [`  ${name}`, say(command.text)])),
    '',
    say('moreHelp'),
  ].join('\n')

async function run([name, ...argv]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    out.print(overview())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new WrongUse(say('unknownCommand', { name }))
  try {
    const given = readOptions(command, argv, say)
    if (given.has('help')) {
      out.print(helpOf(name, command, say))
      return 0
    }
    return await command.run(given, out, say)
  } catch (why) {
    if (why instanceof WrongUse) throw new WrongUse(say('badOption', { reason: why.message, command: name }))
    throw why
  }
}

function explain(why: unknown, say: Say): string {
  if (why instanceof WrongUse || why instanceof Failed) return why.message
  if (why instanceof FaultError) return faultSentence(why.fault, language)
  if (why instanceof ORPCError) return say('unforeseen', { detail: why.code })
  return say('unforeseen', { detail: why instanceof Error ? why.message : String(why) })
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (why) {
  out.tell(explain(why, say))
  process.exitCode = why instanceof WrongUse ? 2 : 1
}
