import { readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { VARIABLES } from '../../src/config.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const manifest = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

const ServiceSchema = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  secrets: z.array(z.string()),
});
const compose = z
  .object({
    services: z.object({ bot: ServiceSchema, database: ServiceSchema }),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  .parse(parse(readFileSync('compose.yaml', 'utf8')));

describe('Dockerfile', () => {
  it('has no fault a linter finds', () => {
    expect(validate(dockerfile).map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual(
      [],
    );
  });

  it('ends as a user without rights, with a check of its health', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

    expect(last).toMatch(/^USER node$/mu);
    expect(last).toMatch(/^HEALTHCHECK .*\\\n {2}CMD \["node", .*\/readyz/mu);
  });

  it('copies nothing that .dockerignore keeps out', () => {
    const kept = readFileSync('.dockerignore', 'utf8').match(/(?<=^!).*$/gmu) ?? [];
    const copied = DockerfileParser.parse(dockerfile)
      .getCOPYs()
      .filter((instruction) => instruction.getFromFlag() === null)
      .flatMap((instruction) => instruction.getArguments().slice(0, -1))
      .map((argument) => argument.getValue());

    expect([...new Set(copied)].sort()).toEqual(kept.toSorted());
  });
});

describe('compose.yaml', () => {
  it.each(Object.entries(compose.services))('gives %s each secret it reads, as a file', (_name, service) => {
    const read = Object.entries(service.environment)
      .filter(([name]) => name.endsWith('_FILE'))
      .map(([, file]) => file);

    expect(read).toEqual(service.secrets.map((name) => `/run/secrets/${name}`));
    expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(service.secrets));
  });

  it('sets only variables the bot reads', () => {
    expect(VARIABLES).toEqual(expect.arrayContaining(Object.keys(compose.services.bot.environment)));
  });

  it('names the version of the bot', () => {
    expect(compose.services.bot.image).toBe(`report-quote-bot:${manifest.version}`);
  });
});

describe('the unit for systemd', () => {
  const unit = readFileSync('deploy/report-quote-bot.service', 'utf8');
  const settings = (name: string) =>
    [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gmu'))].map(([, value]) => value ?? '');

  it('runs what npm start runs', () => {
    const start = z
      .object({ scripts: z.object({ start: z.string() }) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts.start;

    expect(start).toContain('node --max-semi-space-size=8 --heap-growing-percent=50 ');
    expect(settings('ExecStart')).toEqual([
      `${settings('WorkingDirectory')[0]}/node_modules/.bin/node --max-semi-space-size=8 --heap-growing-percent=50 dist/main.js`,
    ]);
  });

  it('hands over each secret it loads in a variable the bot reads', () => {
    const loaded = settings('LoadCredential').map((value) => value.split(':')[0]);
    const variables = settings('Environment').map((value) => value.split('='));

    expect(variables.map(([, file]) => file)).toEqual(loaded.map((name) => `%d/${name}`));
    expect(VARIABLES).toEqual(expect.arrayContaining(variables.map(([name]) => name ?? '')));
  });
});
