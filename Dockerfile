# The forum in one image: built with everything, run with what it needs, by nobody, from files that it cannot change.
FROM node:24-bookworm-slim AS build
WORKDIR /forum
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund
# What npm keeps although only developers asked for it: Prisma's own command above all.
RUN node -e "for (const [path, { devOptional }] of Object.entries(JSON.parse(fs.readFileSync('package-lock.json')).packages)) if (devOptional) fs.rmSync(path, { recursive: true, force: true })"

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /forum
COPY --from=build /forum ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--v8-pool-size=1", "app/platform/host/start.mjs"]
