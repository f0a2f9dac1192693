/** Snapshot of a lab → outline of a document. The definition in a pack says which builder lays it out. */
import type { Innovation } from '#shared/model/lab.ts'
import type { Outline } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { cleanOutline } from '../write/clean-outline.ts'
import { withPictures } from './attached.ts'
import { buildCertificate } from './certificate.ts'
import { buildDirectory } from './directory.ts'
import { buildDrawn } from './drawn.ts'
import { buildForm } from './form.ts'
import { buildIdeaRecap } from './idea-recap.ts'
import { buildParts } from './parts.ts'
import { buildProfile } from './profile.ts'
import { buildProposal } from './proposal.ts'
import { type Build, type DocumentSource, startBuild } from './source.ts'

export type { DocumentSource, PictureFile } from './source.ts'

/**
 * The same source gives the same outline. What nobody filled in is named as such and not left out.
 * @throws Error when the document needs an innovation and the source has none, or the packs lack what the definition reads
 */
export function buildDocument(def: DocumentDef, source: DocumentSource): Outline {
  return cleanOutline(withPictures(lay(startBuild(def, source)), source.attachment))
}

function lay(build: Build): Outline {
  switch (build.def.builder) {
    case 'form':
      return buildForm(build, innovationOf(build))
    case 'proposal':
      return buildProposal(build, innovationOf(build))
    case 'idea_recap':
      return buildIdeaRecap(build)
    case 'parts':
      return buildParts(build.def.scope === 'innovation' ? { ...build, innovation: innovationOf(build) } : build)
    case 'drawn':
      return buildDrawn(build, innovationOf(build))
    case 'certificate':
      return buildCertificate(build)
    case 'directory':
      return buildDirectory(build)
    case 'profile':
      return buildProfile(build, innovationOf(build))
    default:
      return never(build.def.builder)
  }
}

function innovationOf({ def, innovation }: Build): Innovation {
  if (innovation === undefined) throw new Error(`document ${def.id} needs an innovation`)
  return innovation
}

const never = (value: never): never => {
  throw new Error(`unknown builder ${String(value)}`)
}
