import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Copy, DockerfileParser, type From, type Instruction } from 'dockerfile-ast';

/** What a Dockerfile makes, as a folder: the file system of its last stage below `root`, and how to run it. */
export type Image = {
  readonly root: string;
  /** Where the command runs, below `root`. */
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCommand: readonly string[];
  readonly user: string;
};

type Stage = { root: string; workingDirectory: string; environment: Record<string, string>; user: string };

/**
 * Does what a Dockerfile says without an engine: every stage is a folder in `into`, `context` is what would be sent to the
 * engine. `RUN` runs on this machine, with the Node of this process; it sees its stage only by relative paths. Owners
 * are not changed: that takes an engine's users.
 *
 * @throws Error for an instruction it does not know, and for a step that fails, with what the step said.
 */
export function runDockerfile(file: string, context: string, into: string): Image {
  const dockerfile = DockerfileParser.parse(readFileSync(file, 'utf8'));
  const stages = new Map<string, Stage>();
  const tools = join(into, 'tools');
  mkdirSync(tools);
  symlinkSync('/bin/true', join(tools, 'chown'));
  symlinkSync(process.execPath, join(tools, 'node'));
  let stage: Stage | undefined;
  let command: readonly string[] = [];
  let healthCommand: readonly string[] = [];

  for (const instruction of dockerfile.getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') {
      const name = (instruction as From).getBuildStage() ?? `stage-${stages.size}`;
      stage = { root: join(into, name), workingDirectory: '/', environment: {}, user: 'root' };
      mkdirSync(stage.root);
      stages.set(name, stage);
      continue;
    }
    if (!stage) throw new Error(`${keyword} stands before FROM`);
    const values = readArguments(instruction);
    if (keyword === 'WORKDIR') {
      stage.workingDirectory = values[0] ?? '/';
      mkdirSync(join(stage.root, stage.workingDirectory), { recursive: true });
    } else if (keyword === 'COPY') {
      copy(instruction as Copy, { stage, stages, context });
    } else if (keyword === 'RUN') {
      execFileSync('sh', ['-e', '-c', instruction.getArgumentsContent() ?? ''], {
        cwd: join(stage.root, stage.workingDirectory),
        // The rest of the environment says how to reach the registry.
        env: { ...process.env, ...stage.environment, PATH: `${tools}:${process.env.PATH}` },
        stdio: 'pipe',
      });
    } else if (keyword === 'ENV') {
      for (const value of values) {
        const [name = '', ...rest] = value.split('=');
        stage.environment[name] = rest.join('=');
      }
    } else if (keyword === 'USER') stage.user = values[0] ?? '';
    else if (keyword === 'CMD') command = readJson(instruction);
    else if (keyword === 'HEALTHCHECK') healthCommand = readJson(instruction);
    else if (!['EXPOSE', 'VOLUME'].includes(keyword)) throw new Error(`unknown instruction ${keyword}`);
  }
  if (!stage) throw new Error(`${file} has no stage`);
  return { ...stage, command, healthCommand };
}

function copy(
  instruction: Copy,
  { stage, stages, context }: { stage: Stage; stages: ReadonlyMap<string, Stage>; context: string },
): void {
  const from = instruction.getFromFlag()?.getValue();
  const source = from ? stages.get(from)?.root : context;
  if (source === undefined) throw new Error(`COPY --from names no stage: ${from}`);
  const paths = readArguments(instruction);
  const target = paths.at(-1) ?? '';
  const destination = target.startsWith('/')
    ? join(stage.root, target)
    : join(stage.root, stage.workingDirectory, target);
  for (const path of paths.slice(0, -1)) {
    const origin = join(source, path);
    // As the engine does: the content of a folder, but a file by its name when the destination is a folder.
    const isInto = !statSync(origin).isDirectory() && target.endsWith('/');
    const place = isInto ? join(destination, basename(path)) : destination;
    mkdirSync(dirname(place), { recursive: true });
    cpSync(origin, place, { recursive: true, verbatimSymlinks: true });
  }
}

/** The words of an instruction without its flags. */
function readArguments(instruction: Instruction): string[] {
  return instruction
    .getArguments()
    .map((argument) => argument.getValue())
    .filter((value) => !value.startsWith('--'));
}

function readJson(instruction: Instruction): string[] {
  const content = instruction.getArgumentsContent() ?? '';
  return JSON.parse(content.slice(content.indexOf('[')));
}
