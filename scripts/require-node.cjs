// Ends the process with one clear line where Node is too old for the bot, instead of a crash further on. Imported
// first by every program and run by npm after an install. Plain old JavaScript, so that any Node can read it.
'use strict';

/** Kept equal to `engines` in package.json by a test. */
const NEEDED = '22.18';

const isTooOld = (version) => {
  const [major, minor] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
};

if (isTooOld(process.versions.node)) {
  process.stderr.write(
    `node_too_old: Node.js ${NEEDED} or newer is needed, and ${process.execPath} is ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org, or start with npm run: on Linux and Windows npm ci brings its own.\n',
  );
  process.exit(1);
}

// What Node compiles is kept in the folder for temporary files: the next start of a command costs a fifth of a second less.
require('node:module').enableCompileCache();
