#!/bin/sh
# The check, for Jenkins, cron or any other place that has a shell: findings as text on standard output, and in the folder given (default:
# reports) as JUnit and Markdown. Exit code: 0 nothing, 1 findings, 2 a mistake in the configuration, 3 could not check.
#   check.sh [FOLDER]
set -eu
reports=${1:-reports}

mkdir -p "$reports"
npm ci --ignore-scripts
npx --no -- purposelint check --format stylish --format "junit=$reports/purposelint-junit.xml" --format "markdown=$reports/purposelint.md"
