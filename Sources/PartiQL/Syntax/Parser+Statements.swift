// The grammar of whole statements.

import ApusExpressions
import ApusModel

extension Parser {
    /// The whole text: one statement, and perhaps a semicolon behind it.
    mutating func parseStatement() throws(ServiceError) -> Statement {
        let statement = try parseBareStatement()
        _ = take(.semicolon)
        guard current == .end else { throw syntaxError }
        try requireNoFault()
        return statement
    }

    private mutating func parseBareStatement() throws(ServiceError) -> Statement {
        switch current {
        case .keyword(.select): .select(try parseSelect())
        case .keyword(.insert): .insert(try parseInsert())
        case .keyword(.update): .update(try parseUpdate())
        case .keyword(.delete): .delete(try parseDelete())
        case .keyword(.exists): .exists(try parseExists())
        default: throw syntaxError
        }
    }

    /// `EXISTS '(' select ')'`
    private mutating func parseExists() throws(ServiceError) -> SelectStatement {
        advance()
        try enter(.openParenthesis)
        let select = try parseSelect()
        try leave(.closeParenthesis)
        return select
    }

    /// `SELECT ( '*' | path ( ',' path )* ) FROM source [ WHERE condition ] [ ORDER BY term ( ',' term )* ]`
    private mutating func parseSelect() throws(ServiceError) -> SelectStatement {
        try expect(.select)
        let projection = try parseProjection()
        try expect(.from)
        let source = try parseSource()
        return SelectStatement(
            source: source,
            projection: projection,
            condition: try parseWhere(),
            order: try parseOrder()
        )
    }

    private mutating func parseProjection() throws(ServiceError) -> Projection? {
        if take(.star) { return nil }
        // A word in front of a path can be no path itself.
        if isAt(word: "DISTINCT"), [.word, .quotedName, .symbol(.star)].contains(next) { throw syntaxError }
        var paths: [AttributePath] = []
        repeat {
            if isAtCall { throw .unsupportedOperation("a function in a projection") }
            paths.append(try parsePath())
        } while take(.comma)
        do throws(ServiceError) {
            return try Projection(requiringApart: paths)
        } catch {
            note(error)
            return nil
        }
    }

    private mutating func parseOrder() throws(ServiceError) -> [SortTerm] {
        guard take(.order) else { return [] }
        try expect(.by)
        var terms: [SortTerm] = []
        repeat {
            let path = try parsePath()
            let isDescending = take(word: "DESC")
            if !isDescending { _ = take(word: "ASC") }
            terms.append(SortTerm(path: path, isDescending: isDescending))
        } while take(.comma)
        return terms
    }

    /// `INSERT INTO table VALUE map`
    private mutating func parseInsert() throws(ServiceError) -> InsertStatement {
        advance()
        try expect(.into)
        let table = try parseTable()
        try expect(word: "VALUE")
        let item = try parseMap()
        do throws(ServiceError) {
            try item.requireNestingLevels()
        } catch {
            note(error)
        }
        return InsertStatement(tableName: table, item: item)
    }

    /// `UPDATE table actions WHERE condition [ returning ]`
    private mutating func parseUpdate() throws(ServiceError) -> UpdateStatement {
        advance()
        let table = try parseTable()
        let update = try parseActions()
        return UpdateStatement(
            tableName: table,
            update: update,
            condition: try parseWhere(),
            returning: try parseReturning()
        )
    }

    /// `DELETE FROM table WHERE condition [ returning ]`
    private mutating func parseDelete() throws(ServiceError) -> DeleteStatement {
        advance()
        try expect(.from)
        let table = try parseTable()
        let condition = try parseWhere()
        let returning = try parseReturning()
        if let returning, returning != .allOld {
            note(
                .validation(
                    "Invalid returning clause: \(returning.rawValue). "
                        + "Only RETURNING ALL OLD * is allowed in DELETE statements."
                )
            )
        }
        return DeleteStatement(tableName: table, condition: condition, returnsOld: returning != nil)
    }
}
