/**
 * Reads one YAML file of a pack. Packs are passed around between offices, so the file is not trusted: no aliases, no tags,
 * no keys that reach a prototype, bounded size and depth. It knows nothing of what a pack means.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { type Finding, finding, type Step } from './findings.ts'

export const maxFileBytes = 256 * 1024
const maxDepth = 24
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export type YamlReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly findings: readonly Finding[] }

export function readYaml(bytes: Uint8Array): YamlReading {
  if (bytes.length > maxFileBytes) return refuse(finding([], 'tooLarge', { max: maxFileBytes / 1024 }))
  const text = decode(bytes)
  if (text === null) return refuse(finding([], 'notUtf8'))
  // The parser recurses; a file of brackets or dashes only would otherwise fill the stack.
  if (deepestFlow(text) > maxDepth || /(?:[-?:][ \t]+){24}/.test(text)) return refuse(finding([], 'deepNesting'))
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'core',
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  })
  // After the first few, errors are mostly echoes of one another.
  const syntax = [...document.errors, ...document.warnings].slice(0, 5).map((error) => syntaxFinding(error, lines))
  if (syntax.length > 0) return { ok: false, findings: syntax }
  const unsafe = [...unsafeNodes(document.contents, [])]
  if (unsafe.length > 0) return { ok: false, findings: unsafe }
  return { ok: true, value: document.toJS({ maxAliasCount: 0 }) }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A generous upper bound: brackets inside texts count too, but nobody writes two dozen open ones. */
function deepestFlow(text: string): number {
  let open = 0
  let deepest = 0
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++open)
    else if (char === ']' || char === '}') open = Math.max(0, open - 1)
  }
  return deepest
}

function syntaxFinding(
  error: { readonly code: string; readonly message: string; readonly pos: readonly [number, number] },
  lines: LineCounter,
): Finding {
  const { line, col } = lines.linePos(error.pos[0])
  const place = { line, column: col }
  if (error.code === 'MULTIPLE_DOCS') return finding([], 'oneDocument')
  if (error.code === 'DUPLICATE_KEY') return finding([], 'yamlDuplicate', place)
  if (error.code === 'TAG_RESOLVE_FAILED') return finding([], 'yamlTag', place)
  return finding([], 'yamlSyntax', { ...place, detail: error.message })
}

function* unsafeNodes(node: unknown, path: readonly Step[]): Generator<Finding> {
  if (path.length > maxDepth) yield finding(path.slice(0, 3), 'deepNesting')
  else if (isAlias(node)) yield finding(path, 'alias')
  else if (isSeq(node)) for (const [at, item] of node.items.entries()) yield* unsafeNodes(item, [...path, at])
  else if (isMap(node)) {
    for (const pair of node.items) {
      if (isAlias(pair.key)) yield finding(path, 'alias')
      else if (!isScalar(pair.key) || typeof pair.key.value !== 'string') yield finding(path, 'keyNotText')
      else if (forbiddenKeys.has(pair.key.value)) yield finding(path, 'forbiddenKey', { key: pair.key.value })
      else yield* unsafeNodes(pair.value, [...path, pair.key.value])
    }
  }
}

const refuse = (found: Finding): YamlReading => ({ ok: false, findings: [found] })
